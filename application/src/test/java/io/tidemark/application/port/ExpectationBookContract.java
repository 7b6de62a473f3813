package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract of {@link ExpectationBook}. */
public abstract class ExpectationBookContract extends PortContract {
    private static final ExpectedDeviation MIGRATION = new ExpectedDeviation(
            "commit", new TimeRange(minute(0), minute(10)), Duration.ofMillis(250), "ada", "The disks are moved.");
    private static final ExpectedDeviation REBUILD = new ExpectedDeviation(
            "merge_branches", new TimeRange(minute(10), minute(20)), null, "grace", "Indexes are built anew.");

    @Test
    void expect_numbersWhatItKeeps() {
        Numbered migration = storage.expectations().expect(MIGRATION);
        Numbered rebuild = storage.expectations().expect(REBUILD);

        assertThat(migration.deviation()).isEqualTo(MIGRATION);
        assertThat(rebuild.deviation()).isEqualTo(REBUILD);
        assertThat(migration.id()).isNotEqualTo(rebuild.id());
    }

    @Test
    void during_isWhatHoldsAtSomeInstantOfTheRange() {
        Numbered migration = storage.expectations().expect(MIGRATION);
        Numbered rebuild = storage.expectations().expect(REBUILD);

        assertThat(storage.expectations().during(new TimeRange(minute(0), minute(20))))
                .containsExactly(migration, rebuild);
        assertThat(storage.expectations().during(new TimeRange(minute(5), minute(10))))
                .containsExactly(migration);
        assertThat(storage.expectations().during(new TimeRange(minute(20), minute(21))))
                .isEmpty();
    }

    @Test
    void expect_keepsTheSameTwice() {
        Numbered once = storage.expectations().expect(MIGRATION);
        Numbered again = storage.expectations().expect(MIGRATION);

        assertThat(storage.expectations().during(MIGRATION.time())).containsExactly(once, again);
    }

    @Test
    void forget_leavesTheOthers() {
        Numbered migration = storage.expectations().expect(MIGRATION);
        Numbered rebuild = storage.expectations().expect(REBUILD);

        assertThat(storage.expectations().forget(migration.id())).isTrue();
        assertThat(storage.expectations().during(new TimeRange(minute(0), minute(20))))
                .containsExactly(rebuild);
    }

    @Test
    void forget_saysWhenThereIsNone() {
        assertThat(storage.expectations().forget(4_711)).isFalse();
    }
}
