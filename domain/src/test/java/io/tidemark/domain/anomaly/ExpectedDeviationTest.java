package io.tidemark.domain.anomaly;

import static io.tidemark.domain.anomaly.AnomalyFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpectedDeviationTest {
    private static final TimeRange HOUR = new TimeRange(START, START.plusSeconds(3_600));

    private final ExpectedDeviation upToASecond =
            new ExpectedDeviation("commit", HOUR, Duration.ofSeconds(1), "ada", "The disks are moved.");

    @Test
    void covers_whatStartsInItsTimeAndIsNoLongerThanSaid() {
        assertThat(upToASecond.covers("commit", timing(1_000_000, START))).isTrue();
        assertThat(upToASecond.covers("commit", timing(1_000_001, START))).isFalse();
        assertThat(upToASecond.covers("commit", timing(1_000, HOUR.to()))).isFalse();
        assertThat(upToASecond.covers("merge", timing(1_000, START))).isFalse();
    }

    @Test
    void covers_howeverLongWhenNothingElseWasSaid() {
        ExpectedDeviation any = new ExpectedDeviation("commit", HOUR, null, "ada", "The disks are moved.");

        assertThat(any.covers("commit", timing(1_000_000_000, START))).isTrue();
    }

    @Test
    void covers_aRangeThatItTouches() {
        TimeRange later = new TimeRange(HOUR.to(), HOUR.to().plusSeconds(1));

        assertThat(upToASecond.covers("commit", HOUR, 1_000)).isTrue();
        assertThat(upToASecond.covers("commit", later, 1_000)).isFalse();
    }

    @Test
    void expectedDeviation_needsAWhoAWhyAndAnEnd() {
        TimeRange years = new TimeRange(START, START.plus(Duration.ofDays(400)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedDeviation("commit", HOUR, null, " ", "The disks are moved."))
                .withMessageContaining("who");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedDeviation("commit", HOUR, null, "ada", ""))
                .withMessageContaining("why");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedDeviation("commit", years, null, "ada", "It is slow."))
                .withMessageContaining("calculate a baseline");
    }

    private static Measured timing(long micros, Instant start) {
        return new Measured(1, micros, start);
    }
}
