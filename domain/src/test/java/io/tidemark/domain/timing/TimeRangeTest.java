package io.tidemark.domain.timing;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeRangeTest {
    private final TimeRange morning = TimeRange.endingAt(NOON, Duration.ofHours(12));

    @Test
    void contains_itsStart() {
        assertThat(morning.contains(morning.from())).isTrue();
    }

    @Test
    void contains_theLastNanosecondBeforeItsEnd() {
        assertThat(morning.contains(NOON.minusNanos(1))).isTrue();
    }

    @Test
    void contains_notItsEnd() {
        assertThat(morning.contains(NOON)).isFalse();
    }

    @Test
    void contains_notWhatWasBefore() {
        assertThat(morning.contains(morning.from().minusNanos(1))).isFalse();
    }

    @Test
    void endingAt_startsTheLengthBefore() {
        assertThat(morning).isEqualTo(new TimeRange(NOON.minusSeconds(43_200), NOON));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void range_refusesToBeEmptyOrToRunBackwards(long nanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeRange(NOON, NOON.plusNanos(nanos)))
                .withMessage("range from %s to %s is empty: from must be earlier", NOON, NOON.plusNanos(nanos));
    }
}
