package io.tidemark.application.quiet;

import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final QuietWorld world = new QuietWorld();
    private final Expectations expectations = new Expectations(world.storage.expectations(), world.clock);

    @Test
    void quiet_isWhatWasExpected() {
        long id = expect("commit", null);

        assertThat(expectations.quiet(world.raise("commit", WARNING), NOON))
                .contains(new Quiet(QuietReason.EXPECTED, "expected deviation " + id, null));
        assertThat(expectations.quiet(world.raise("merge", WARNING), NOON)).isEmpty();
    }

    @Test
    void quiet_isNotWhatTookLongerThanExpected() {
        expect("commit", Duration.ofMillis(2));

        assertThat(expectations.quiet(world.raise("commit", WARNING), NOON)).isEmpty();
    }

    @Test
    void quiet_isNotWhatCameAfterThatTime() {
        expect("commit", null);
        world.clock.advance(Duration.ofHours(1));

        assertThat(expectations.quiet(world.raise("commit", WARNING), NOON)).isEmpty();
    }

    private long expect(String operation, @Nullable Duration upTo) {
        TimeRange hour = new TimeRange(NOON, NOON.plusSeconds(3_600));
        long id = world.storage
                .expectations()
                .expect(new ExpectedDeviation(operation, hour, upTo, "ada", "The disks are moved."))
                .id();
        expectations.refresh();
        return id;
    }
}
