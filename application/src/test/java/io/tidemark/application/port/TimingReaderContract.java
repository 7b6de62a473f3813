package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link TimingReader}: a storage that keeps no single timings answers none of the questions. */
public abstract class TimingReaderContract extends PortContract {
    private static final Context ON_MAIN = Context.of("ada").onBranch("main");

    @BeforeEach
    void recordSome() {
        storage.timings()
                .append(List.of(
                        timing("commit", 500, minute(0)),
                        timing("commit", 700, minute(1).plusSeconds(59), ON_MAIN),
                        timing("commit", 900, minute(2)),
                        timing("merge_branches", 9_000, minute(1))));
    }

    @Test
    void durations_areThoseOfAllBranchesAndWithout() {
        assertFound(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 500, 700, 900);
    }

    @Test
    void durations_ofABranchAreItsOwn() {
        assertFound(new Scope("commit", "main"), new TimeRange(minute(0), minute(3)), 700);
    }

    @Test
    void durations_ofWhatNeverRanAreNone() {
        assertFound(new Scope("commit", "never seen"), new TimeRange(minute(0), minute(3)));
        assertFound(Scope.of("never seen"), new TimeRange(minute(0), minute(3)));
    }

    @Test
    void durations_areOfTheMinutesWhoseFirstInstantTheRangeContains() {
        TimeRange range = new TimeRange(minute(0).plusSeconds(1), minute(1).plusSeconds(1));

        assertFound(Scope.of("commit"), range, 700);
    }

    @Test
    void durations_beyondTheLimitAreLeftToTheRollUps() {
        assertThat(storage.timingReader().durations(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 2))
                .isEmpty();
    }

    private void assertFound(Scope scope, TimeRange range, long... expected) {
        Optional<long[]> found = storage.timingReader().durations(scope, range, 3);
        found.ifPresent(durations -> assertThat(durations).containsExactlyInAnyOrder(expected));
        assertThat(found.isPresent()).isEqualTo(keepsSingleTimings());
    }

    /** Whether the storage answers at all. */
    protected abstract boolean keepsSingleTimings();
}
