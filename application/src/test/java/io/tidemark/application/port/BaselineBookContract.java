package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.baseline;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.BaselineBook.Replacement;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.Slot;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.Scope;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of {@link BaselineBook} and {@link BaselineReader}. */
public abstract class BaselineBookContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");
    private static final Scope COMMIT_ON_MAIN = new Scope("commit", "main");

    @Test
    void active_isEmptyWhenThereAreNone() {
        assertThat(storage.baselineReader().active()).isEmpty();
    }

    @Test
    void activate_makesTheBaselineTheActiveOne() {
        Baseline baseline = baseline(COMMIT_ON_MAIN, 412.5);
        ActiveBaseline stored = storage.baselines().activate(baseline);

        assertThat(stored.baseline()).isEqualTo(baseline);
        assertThat(storage.baselineReader().active()).containsExactly(stored);
    }

    @Test
    void activate_keepsWhatIsNormalAtWhichHour() {
        SortedMap<Slot, Rhythm.Hour> hours = new TreeMap<>(Map.of(
                new Slot(DayOfWeek.MONDAY, 9), new Rhythm.Hour(400, 100.25, 200.5, 300),
                new Slot(DayOfWeek.SUNDAY, 23), new Rhythm.Hour(300, 1, 2, 3),
                new Slot(null, 9), new Rhythm.Hour(5_000_000_000L, 110, 220, 330)));
        Baseline baseline = baseline(COMMIT, 400).withRhythm(new Rhythm(ZoneId.of("Europe/Berlin"), hours));

        storage.baselines().activate(baseline);
        storage.baselines().activate(baseline(COMMIT_ON_MAIN, 400));

        assertThat(storage.baselineReader().active())
                .extracting(active -> active.baseline().rhythm())
                .containsExactly(baseline.rhythm(), Rhythm.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400})
    void activate_keepsHowSureTheP99Is(int samples) {
        Distribution normal = Distribution.of(LongStream.rangeClosed(1, samples).toArray());

        storage.baselines().activate(baseline(COMMIT, 400).withNormal(normal));

        assertThat(storage.baselineReader().active())
                .extracting(active -> active.baseline().normal())
                .containsExactly(normal);
    }

    @Test
    void activate_takesThePlaceOfTheOneBefore() {
        storage.baselines().activate(baseline(COMMIT, 400));
        ActiveBaseline second = storage.baselines().activate(baseline(COMMIT, 500));

        assertThat(storage.baselineReader().active()).containsExactly(second);
    }

    @Test
    void activate_givesEachBaselineANumberOfItsOwn() {
        ActiveBaseline first = storage.baselines().activate(baseline(COMMIT, 400));
        ActiveBaseline second = storage.baselines().activate(baseline(COMMIT, 400));

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void activate_leavesTheOtherScopesOfTheOperationAsTheyAre() {
        ActiveBaseline whole = storage.baselines().activate(baseline(COMMIT, 400));
        storage.baselines().activate(baseline(COMMIT_ON_MAIN, 500));
        ActiveBaseline onDev = storage.baselines().activate(baseline(new Scope("commit", "dev"), 600));
        ActiveBaseline onMain = storage.baselines().activate(baseline(COMMIT_ON_MAIN, 700));

        assertThat(storage.baselineReader().active()).containsExactlyInAnyOrder(whole, onMain, onDev);
    }

    @Test
    void activate_announcesBaselines() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.BASELINES, calls);

        storage.baselines().activate(baseline(COMMIT, 400));

        calls.awaitOne();
    }

    @Test
    void activate_leavesOneActiveWhateverRunsAtTheSameTime() throws Exception {
        Callable<List<ActiveBaseline>> activations = () -> {
            List<ActiveBaseline> stored = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                stored.add(storage.baselines().activate(baseline(COMMIT, 400)));
            }
            return stored;
        };

        List<ActiveBaseline> stored = AtOnce.run(Collections.nCopies(2, activations)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(stored).extracting(ActiveBaseline::id).doesNotHaveDuplicates();
        assertThat(storage.baselineReader().active()).hasSize(1).isSubsetOf(stored);
    }

    @Test
    void replace_activatesWhereTheExpectedOneIsStillActive() {
        ActiveBaseline commit = storage.baselines().activate(baseline(COMMIT, 400));
        ActiveBaseline onMain = storage.baselines().activate(baseline(COMMIT_ON_MAIN, 400));
        ActiveBaseline newer = storage.baselines().activate(baseline(COMMIT, 450));

        List<ActiveBaseline> activated = storage.baselines()
                .replace(List.of(
                        new Replacement(commit.id(), baseline(COMMIT, 500)),
                        new Replacement(onMain.id(), baseline(COMMIT_ON_MAIN, 500)),
                        new Replacement(null, baseline(Scope.of("merge"), 500))));

        assertThat(activated)
                .extracting(ActiveBaseline::baseline)
                .containsExactlyInAnyOrder(baseline(COMMIT_ON_MAIN, 500), baseline(Scope.of("merge"), 500));
        assertThat(storage.baselineReader().active()).contains(newer).containsAll(activated);
    }

    @Test
    void replace_whereThereMustBeNone_leavesTheOneThereIs() {
        ActiveBaseline commit = storage.baselines().activate(baseline(COMMIT, 400));

        assertThat(storage.baselines().replace(List.of(new Replacement(null, baseline(COMMIT, 500)))))
                .isEmpty();
        assertThat(storage.baselineReader().active()).containsExactly(commit);
    }

    @Test
    void replace_ofTwoAtOnce_letsOneWin() throws Exception {
        for (int round = 0; round < 10; round++) {
            ActiveBaseline commit = storage.baselines().activate(baseline(COMMIT, 400));
            ActiveBaseline merge = storage.baselines().activate(baseline(Scope.of("merge"), 400));
            Callable<List<ActiveBaseline>> replacement = () -> storage.baselines()
                    .replace(List.of(
                            new Replacement(commit.id(), baseline(COMMIT, 500)),
                            new Replacement(merge.id(), baseline(Scope.of("merge"), 500))));

            List<List<ActiveBaseline>> won = AtOnce.run(Collections.nCopies(2, replacement));

            assertThat(won).extracting(List::size).containsExactlyInAnyOrder(0, 2);
        }
    }

    @Test
    void active_isInOrderOfOperationThenBranchTheWholeFirst() {
        for (Scope scope : List.of(
                Scope.of("merge"), new Scope("commit", "main"), new Scope("commit", "dev"), Scope.of("commit"))) {
            storage.baselines().activate(baseline(scope, 400));
        }

        assertThat(storage.baselineReader().active())
                .extracting(active -> active.baseline().scope())
                .containsExactly(
                        Scope.of("commit"), new Scope("commit", "dev"), new Scope("commit", "main"), Scope.of("merge"));
    }
}
