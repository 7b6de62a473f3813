package io.tidemark.bootstrap.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    /** Normally every run takes 100 µs; the limit is 200 µs. */
    private static final Baseline BASELINE = new Baseline(
            Scope.of("commit"),
            Duration.ofDays(7),
            runs(1_000, 100, 0, 0),
            2.0,
            new BaselineOrigin(Reason.MANUAL, "ada", Instant.EPOCH));

    @Test
    void standing_isNormalAsLongAsFewRunsAreSlow() {
        assertThat(Standing.of(runs(96, 100, 4, 150), BASELINE)).isEqualTo(Standing.NORMAL);
    }

    @Test
    void standing_isRaisedWhenFiveInAHundredTakeLongerThanOneShould() {
        assertThat(Standing.of(runs(90, 100, 10, 150), BASELINE)).isEqualTo(Standing.RAISED);
    }

    @Test
    void standing_isNotRaisedByAFewTimings() {
        assertThat(Standing.of(runs(8, 100, 1, 150), BASELINE)).isEqualTo(Standing.NORMAL);
    }

    @Test
    void standing_isOverTheLimitWhenOneInAHundredIs() {
        assertThat(Standing.of(runs(96, 100, 4, 201), BASELINE)).isEqualTo(Standing.OVER_LIMIT);
    }

    @Test
    void standing_isUnknownWithoutABaseline() {
        assertThat(Standing.of(runs(96, 100, 4, 201), null)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void standing_isQuietWithoutTimings() {
        assertThat(Standing.of(null, BASELINE)).isEqualTo(Standing.QUIET);
    }

    private static Distribution runs(int many, long micros, int few, long slower) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < many; i++) {
            sketch.add(micros);
        }
        for (int i = 0; i < few; i++) {
            sketch.add(slower);
        }
        return sketch.distribution();
    }
}
