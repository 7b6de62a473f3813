package io.tidemark.application.baseline;

import static io.tidemark.domain.baseline.BaselineFixture.COMMITS;
import static io.tidemark.domain.baseline.BaselineFixture.aBaseline;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.Slot;
import io.tidemark.domain.operation.Catalogue;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaselineWatchTest {
    private static final Scope ON_MAIN = new Scope("commit", "main");
    private static final Scope ON_A_FEATURE = new Scope("commit", "feature/x");

    private final ActiveBaseline ofCommits = new ActiveBaseline(1, aBaseline(4_000, 2));
    private final ActiveBaseline ofCommitsOnMain = new ActiveBaseline(2, on(ON_MAIN, 1_000));
    private final List<ActiveBaseline> active = new ArrayList<>();
    private final List<OperationType> operations = new ArrayList<>(Catalogue.known());
    private final BaselineWatch watch = new BaselineWatch(() -> List.copyOf(active), () -> List.copyOf(operations));

    @Test
    void of_aBranchWithABaseline_isItsOwn() {
        read(ofCommits, ofCommitsOnMain);

        assertThat(watch.of(ON_MAIN)).contains(ofCommitsOnMain);
        assertThat(watch.of(COMMITS)).contains(ofCommits);
    }

    @Test
    void of_aBranchWithoutABaseline_isThatOfTheOperation() {
        read(ofCommits, ofCommitsOnMain);

        assertThat(watch.of(ON_A_FEATURE)).contains(ofCommits);
    }

    @Test
    void of_anOperationOfWhichOnlyABranchHasABaseline_isNone() {
        read(ofCommitsOnMain);

        assertThat(watch.of(COMMITS)).isEmpty();
        assertThat(watch.of(ON_A_FEATURE)).isEmpty();
    }

    @Test
    void thresholdMicros_isTheLeastOfTheOperationAndItsBranches() {
        read(ofCommits, ofCommitsOnMain);

        assertThat(watch.thresholdMicros("commit", NOON)).isEqualTo(2_000);
    }

    @Test
    void thresholdMicros_withoutABaseline_isExceededByNothing() {
        read(ofCommits);

        assertThat(watch.thresholdMicros("merge", NOON)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"-90, 2000", "-3, 2000", "-2, 200", "0, 200", "59, 200", "119, 200", "120, 2000"})
    void thresholdMicros_isTheLeastOfThoseInForceInTheLastHourAndSoon(int minutesFromNoon, long threshold) {
        Rhythm quietAtNoon = new Rhythm(
                ZoneOffset.UTC,
                new TreeMap<>(Map.of(Slot.at(NOON, ZoneOffset.UTC), new Rhythm.Hour(500, 50, 80, 100))));
        read(new ActiveBaseline(1, aBaseline(1_000, 2).withRhythm(quietAtNoon)));

        assertThat(watch.thresholdMicros("commit", NOON.plus(Duration.ofMinutes(minutesFromNoon))))
                .isEqualTo(threshold);
    }

    @Test
    void refresh_forgetsWhatIsNoLongerActive() {
        read(ofCommits);
        active.clear();
        assertThat(watch.of(COMMITS)).contains(ofCommits);

        watch.refresh();

        assertThat(watch.of(COMMITS)).isEmpty();
        assertThat(watch.thresholdMicros("commit", NOON)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void threshold_ofAnOperationThatIsNotTracked_isNeverBroken() {
        operations.removeIf(operation -> operation.name().equals("commit"));
        operations.add(OperationType.named("commit").tracked(false));

        read(ofCommits);

        assertThat(watch.thresholdMicros("commit", NOON)).isEqualTo(Long.MAX_VALUE);
        assertThat(watch.isTracked("commit")).isFalse();
        assertThat(watch.of(COMMITS)).contains(ofCommits);
    }

    @Test
    void isTracked_unlessSomebodySaidOtherwise() {
        assertThat(watch.isTracked("nobody knows it")).isTrue();
    }

    private void read(ActiveBaseline... baselines) {
        active.addAll(List.of(baselines));
        watch.refresh();
    }

    private static Baseline on(Scope scope, double p99Micros) {
        Baseline commits = aBaseline(p99Micros, 2);
        return new Baseline(scope, commits.window(), commits.normal(), commits.multiplier(), commits.origin());
    }
}
