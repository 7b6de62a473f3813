package io.tidemark.domain.timing;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RetentionTest {
    private static final Duration RUN = Duration.ofMillis(1);

    @Test
    void refusal_isNoneUpToTheRawRetention() {
        assertThat(Retention.DEFAULT.refusal(startingAt(NOON.minus(Duration.ofDays(30))), NOON))
                .isEmpty();
        assertThat(Retention.DEFAULT.refusal(
                        startingAt(NOON.minus(Duration.ofDays(30)).minusMillis(1)), NOON))
                .hasValueSatisfying(
                        why -> assertThat(why).endsWith("is more than 30 days ago: timings are kept no longer"));
    }

    @Test
    void refusal_isNoneUpToADayAhead() {
        assertThat(Retention.DEFAULT.refusal(startingAt(NOON.plus(Duration.ofDays(1))), NOON))
                .isEmpty();
        assertThat(Retention.DEFAULT.refusal(
                        startingAt(NOON.plus(Duration.ofDays(1)).plusMillis(1)), NOON))
                .hasValueSatisfying(why -> assertThat(why).endsWith("is more than a day ahead: is the clock right?"));
    }

    @Test
    void retention_isInWholeDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Duration.ofDays(30), Duration.ofHours(30), Duration.ofDays(400)))
                .withMessage("minutes PT30H must be one or more whole days");
    }

    private static Timing startingAt(Instant start) {
        return TimingFixture.aCommit(RUN, start.plus(RUN));
    }
}
