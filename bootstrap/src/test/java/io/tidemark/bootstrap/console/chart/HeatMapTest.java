package io.tidemark.bootstrap.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.chart.HeatMap.Cell;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final Pattern COUNT = Pattern.compile("([0-9,]+) timings?$");
    private static final Instant NOW = Instant.parse("2026-11-20T14:31:20Z");
    private static final Period HOUR = Period.of(TimeWindow.ONE_HOUR, NOW);
    private static final Instant FIRST = Instant.parse("2026-11-20T14:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-20T14:01:00Z");

    @Test
    void cells_countEveryTimingOnce() {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        steps.put(FIRST, sketch(LongStream.rangeClosed(1, 1_000).map(i -> i * i).toArray()));
        steps.put(SECOND, sketch(1, 100_000_000));

        HeatMap heat = HeatMap.draw("commit", steps, HOUR);

        assertThat(heat.cells().stream().mapToLong(HeatMapTest::count).sum()).isEqualTo(1_002);
        assertThat(heat.cells()).allSatisfy(cell -> {
            assertThat(cell.strength()).isBetween(0.1, 1.0);
            assertThat(cell.y()).isBetween(0.0, heat.height() - cell.height());
        });
    }

    @Test
    void cells_ofLongDurationsAreHigher_andFullWhereMostAre() {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        steps.put(FIRST, sketch(1_000, 1_000, 1_000, 90_000));

        HeatMap heat = HeatMap.draw("commit", steps, HOUR);

        assertThat(heat.cells()).hasSize(2);
        assertThat(heat.cells().get(0).strength()).isEqualTo(1);
        assertThat(heat.cells().get(0).y()).isGreaterThan(heat.cells().get(1).y());
        assertThat(heat.cells().get(1).strength()).isLessThan(1);
    }

    @Test
    void readings_andDescription_tellTheSameInWords() {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        steps.put(FIRST, sketch(1_000, 1_000, 1_000, 90_000));

        HeatMap heat = HeatMap.draw("commit", steps, HOUR);

        assertThat(heat.readings()).matches("[0-9.]+;14:00 · 4 timings · .* µs to 1\\.\\d+ ms: 3, .* ms to .* ms: 1");
        assertThat(heat.description())
                .startsWith("Durations of commit, last hour: 4 timings, most often")
                .endsWith("(3)");
    }

    @Test
    void durationsThatAreAllTheSame_haveOneCell() {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        steps.put(FIRST, sketch(1, 1, 1));

        assertThat(HeatMap.draw("commit", steps, HOUR).cells()).hasSize(1);
    }

    private static long count(Cell cell) {
        MatchResult count = COUNT.matcher(cell.title()).results().findFirst().orElseThrow();
        return Long.parseLong(count.group(1).replace(",", ""));
    }

    private static Sketch sketch(long... micros) {
        Sketch sketch = new Sketch();
        for (long each : micros) {
            sketch.add(each);
        }
        return sketch;
    }
}
