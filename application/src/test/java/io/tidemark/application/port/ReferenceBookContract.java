package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.baseline;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link ReferenceBook}. */
public abstract class ReferenceBookContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");

    @Test
    void all_isEmptyWhenNothingIsPinned() {
        assertThat(storage.references().all()).isEmpty();
    }

    @Test
    void pin_keepsTheBaselineWhateverComesAfterIt() {
        ActiveBaseline pinned = activate(COMMIT, 400);
        Reference reference = new Reference("2026-Q4", pinned, new Remark("ada", minute(1), "release 3"));
        storage.references().pin(List.of(reference));
        activate(COMMIT, 900);

        assertThat(storage.references().all()).containsExactly(reference);
    }

    @Test
    void pin_underTheSameName_takesThePlaceOfTheOneBefore() {
        Reference before = reference("2026-Q4", activate(COMMIT, 400), 1);
        Reference after = reference("2026-Q4", activate(COMMIT, 500), 2);
        storage.references().pin(List.of(before));
        storage.references().pin(List.of(after));

        assertThat(storage.references().all()).containsExactly(after);
    }

    @Test
    void all_isInOrderOfTimeTheLatestFirst_thenOfScope() {
        ActiveBaseline commit = activate(COMMIT, 400);
        Reference first = reference("2026-Q3", commit, 1);
        Reference whole = reference("2026-Q4", commit, 2);
        Reference onMain = reference("2026-Q4", activate(new Scope("commit", "main"), 400), 2);
        Reference merge = reference("2026-Q4", activate(Scope.of("merge"), 400), 2);
        storage.references().pin(List.of(first, merge, onMain, whole));

        assertThat(storage.references().all()).containsExactly(whole, onMain, merge, first);
    }

    @Test
    void unpin_letsGoOfAllUnderTheName_andOfNothingElse() {
        Reference kept = reference("2026-Q3", activate(COMMIT, 400), 1);
        storage.references()
                .pin(List.of(
                        kept,
                        reference("2026-Q4", activate(COMMIT, 400), 2),
                        reference("2026-Q4", activate(Scope.of("merge"), 400), 2)));

        assertThat(storage.references().unpin("2026-Q4")).isEqualTo(2);
        assertThat(storage.references().unpin("2026-Q4")).isZero();
        assertThat(storage.references().all()).containsExactly(kept);
    }

    private ActiveBaseline activate(Scope scope, double p99Micros) {
        return storage.baselines().activate(baseline(scope, p99Micros));
    }

    private static Reference reference(String name, ActiveBaseline baseline, int minute) {
        return new Reference(name, baseline, new Remark("ada", minute(minute), null));
    }
}
