package io.tidemark.bootstrap.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Instant FROM = Instant.parse("2026-11-20T14:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final TimeAxis TEN_MINUTES =
            new TimeAxis(new Period(new TimeRange(FROM, FROM.plus(STEP.multipliedBy(10))), STEP, STEP, null));
    private static final LogScale SCALE = new LogScale(1, 100, 100);

    @Test
    void line_runsFromTheStartOfItsFirstStepToTheEndOfItsLast() {
        assertThat(outline(0, 1).line(point -> 10)).isEqualTo("M0,50 50,50 150,50 200,50");
    }

    @Test
    void line_hasAGapWhereThereWereNoTimings() {
        assertThat(outline(0, 9).line(point -> 100)).isEqualTo("M0,0 50,0 100,0M900,0 950,0 1000,0");
    }

    @Test
    void area_goesAlongTheUpperFigureAndBackAlongTheLower() {
        assertThat(outline(4).area(point -> 100, point -> 10)).isEqualTo("M400,0 450,0 500,0L500,50 450,50 400,50Z");
    }

    @Test
    void nothing_isDrawnWithoutTimings() {
        assertThat(outline().line(point -> 10)).isEmpty();
    }

    private static Outline<Instant> outline(int... minutes) {
        List<Instant> starts = IntStream.of(minutes)
                .mapToObj(minute -> FROM.plus(STEP.multipliedBy(minute)))
                .toList();
        return new Outline<>(starts, start -> start, TEN_MINUTES, SCALE);
    }
}
