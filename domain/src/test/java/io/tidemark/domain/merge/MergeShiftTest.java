package io.tidemark.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MergeShiftTest {
    private static final BranchPair PAIR = new BranchPair("feature/x", "main");
    private static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
    private static final int HOURS = 4 * 7 * 24;
    private static final TimeRange RANGE = new TimeRange(START, START.plus(Duration.ofHours(HOURS)));
    private static final Instant SHIFT = START.plus(Duration.ofHours(500));
    private static final ShiftPolicy POLICY = ShiftPolicy.standard(ZoneOffset.UTC);

    @Test
    void standing_saysSinceWhenAndInWhichPhase() {
        MergeShift shift =
                MergeShift.standing(PAIR, RANGE, points(true), POLICY).orElseThrow();

        assertThat(shift.shift().since()).isEqualTo(SHIFT);
        assertThat(shift.shift().percent()).isCloseTo(50, within(4.0));
        assertThat(shift.phase()).isEqualTo(MergePhase.CONFLICT_DETECTION);
        assertThat(shift.addedMicros()).isCloseTo(50_000, within(3_000.0));
    }

    @Test
    void standing_isNoneWhereNothingChanged() {
        assertThat(MergeShift.standing(PAIR, RANGE, points(false), POLICY)).isEmpty();
    }

    @Test
    void standing_ofFewMerges_isNone() {
        assertThat(MergeShift.standing(PAIR, RANGE, points(true).subList(480, 520), POLICY))
                .as("20 h before are less than the day that it takes")
                .isEmpty();
        assertThat(MergeShift.standing(PAIR, RANGE, List.of(), POLICY)).isEmpty();
    }

    /** From the shift on, each detection takes 50 ms longer. */
    private static List<MergePoint> points(boolean shifts) {
        Random random = new Random(20_261_121);
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> {
                    Instant start = START.plus(Duration.ofHours(hour));
                    double noise = 1 + 0.05 * random.nextGaussian();
                    double detection = (shifts && !start.isBefore(SHIFT) ? 90_000 : 40_000) * noise;
                    PhaseMicros phases = new PhaseMicros(20_000, detection, 10_000, 30_000);
                    return new MergePoint(start, 3, 60_000 + detection, phases);
                })
                .toList();
    }
}
