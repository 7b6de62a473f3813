package io.tidemark.application.alert;

import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.baseline.BaselineFixture.aBaseline;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static io.tidemark.domain.timing.TimingFixture.aCommitOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Logged;
import io.tidemark.application.SettableClock;
import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.Slot;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ViolationWatchTest {
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Timing SLOW = aCommitOf(Duration.ofMillis(3));
    private static final Timing SLOW_ON_MAIN =
            new Timing("commit", 10_000, NOON, Context.of(ANNA).onBranch("main"));

    private static final Rhythm QUIET_AT_NOON = new Rhythm(
            ZoneOffset.UTC,
            new TreeMap<>(Map.of(Slot.at(NOON, ZoneOffset.UTC), new Rhythm.Hour(500, 2_000, 3_000, 4_000))));

    /** Commits may last 2 ms, on main 8 ms; merges 2 ms; rebases 0.1 ms; what runs nightly 20 ms, but 8 ms at noon. */
    private final BaselineReader baselines = () -> List.of(
            new ActiveBaseline(7, aBaseline(1_000, 2)),
            new ActiveBaseline(8, ofScope(new Scope("commit", "main"), 4_000)),
            new ActiveBaseline(9, ofScope(Scope.of("merge"), 1_000)),
            new ActiveBaseline(10, ofScope(Scope.of("merge_abort"), 1_000)),
            new ActiveBaseline(11, ofScope(Scope.of("rebase"), 1_000).withNormal(upTo(50))),
            new ActiveBaseline(12, ofScope(Scope.of("nightly"), 10_000).withRhythm(QUIET_AT_NOON)));

    private final LedgerThatMayFail ledger = new LedgerThatMayFail();
    private final SettableClock clock = new SettableClock(NOON);
    private final BaselineWatch baselineWatch = new BaselineWatch(
            baselines, () -> List.of(OperationType.named("merge_abort").tracked(false)));
    private final ViolationWatch watch =
            ViolationWatch.start(baselineWatch, DeskFixture.over(ledger, ledger.incidents(), new NoRoutes(), clock));

    @BeforeEach
    void readBaselines() {
        baselineWatch.refresh();
    }

    @AfterEach
    void close() {
        ledger.answer();
        watch.close();
    }

    @Test
    void noticed_aTimingThatBreaksItsBaseline_raisesAnAlertWithTheFigures() {
        watch.noticed(SLOW);

        await().until(() -> !ledger.alerts().isEmpty());
        assertThat(onlyAlert().fingerprint()).isEqualTo(new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", null));
        assertThat(onlyAlert().severity()).isEqualTo(WARNING);
        Evidence evidence = onlyAlert().evidence();
        assertThat(evidence).isEqualTo(new Evidence(new Figures(3_000, 1_000, 3), 7L, ANNA, evidence.why(), List.of()));
        assertThat(onlyAlert().recurrence().firstSeen()).isEqualTo(NOON);
    }

    @Test
    void noticed_aTimingThatBreaksItsBaseline_saysWhy() {
        watch.noticed(SLOW);
        watch.close();

        assertThat(onlyAlert().evidence().why())
                .isNotNull()
                .extracting(Why::text)
                .isEqualTo("Expected at most 2.00 ms, by baseline 7, at any time (1000 samples around 600 µs)."
                        + " It was 50.0 % (1.00 ms) above that. The multiple of the p99 reached 3.00 and fires from"
                        + " 2.00 on: a limit above 3.00 would have kept it quiet.");
    }

    @Test
    void noticed_ofAWeakBaseline_saysHowSureItIs() {
        watch.noticed(new Timing("rebase", 300, NOON, Context.of(ANNA)));
        watch.close();

        assertThat(onlyAlert().evidence().why())
                .isNotNull()
                .extracting(why -> why.basis().reference())
                .isEqualTo("baseline 11, at any time, p99 at least 48.0 µs, weak: fewer than 100 samples");
    }

    @Test
    void noticed_whereHoursDiffer_isHeldAgainstTheHourInWhichItStarted() {
        Timing atNoon = new Timing("nightly", 9_000, NOON.plusMillis(9), Context.of(ANNA));
        watch.noticed(atNoon);
        watch.noticed(new Timing("nightly", 9_000, NOON.plusSeconds(3_700), Context.of(ANNA)));
        watch.close();

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(1);
        assertThat(onlyAlert().evidence().figures().baselineP99Micros()).isEqualTo(4_000);
        assertThat(onlyAlert().evidence().why())
                .isNotNull()
                .extracting(why -> why.basis().reference())
                .isEqualTo("baseline 12, " + Slot.at(NOON, ZoneOffset.UTC) + " Z");
    }

    @Test
    void noticed_twiceTheThreshold_isCritical() {
        watch.noticed(aCommitOf(Duration.ofMillis(4)));
        watch.close();

        assertThat(onlyAlert().severity()).isEqualTo(CRITICAL);
    }

    @Test
    void noticed_onABranchWithABaseline_isHeldAgainstItsOwn() {
        watch.noticed(SLOW_ON_MAIN);
        watch.noticed(new Timing("commit", 7_000, NOON, Context.of(ANNA).onBranch("main")));
        watch.close();

        assertThat(onlyAlert().fingerprint().branch()).isEqualTo("main");
        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(1);
        assertThat(onlyAlert().evidence().baselineId()).isEqualTo(8);
    }

    @Test
    void noticed_ofAnOperationThatIsNotTracked_raisesNothing() {
        watch.noticed(new Timing("merge_abort", 3_000, NOON, Context.of(ANNA)));
        watch.noticed(SLOW);

        await().until(() -> !ledger.alerts().isEmpty());
        assertThat(onlyAlert().fingerprint()).isEqualTo(new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", null));
    }

    @Test
    void noticed_onABranchWithoutABaseline_isHeldAgainstTheOperation() {
        watch.noticed(new Timing("commit", 3_000, NOON, Context.of(ANNA).onBranch("feature/x")));
        watch.close();

        assertThat(onlyAlert().fingerprint().branch()).isNull();
        assertThat(onlyAlert().evidence().baselineId()).isEqualTo(7);
    }

    @Test
    void noticed_withinItsBaseline_isNoAlert() {
        watch.noticed(aCommitOf(Duration.ofMillis(2)));
        watch.noticed(new Timing("rollback", 1_000_000, NOON, Context.of(ANNA)));
        watch.close();

        assertThat(ledger.alerts()).isEmpty();
        assertThat(watch.heldBack()).isZero();
    }

    @Test
    void noticed_whileTheDeskIsBusy_neverWaits_andCountsWhatFindsNoRoom() {
        ledger.beSilent();
        watch.noticed(SLOW);
        await().until(() -> ledger.calls() == 1);

        IntStream.range(0, ViolationWatch.ROOM + 5).forEach(i -> watch.noticed(SLOW));

        assertThat(watch.heldBack()).isEqualTo(5);
        ledger.answer();
        watch.close();
        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(1L + ViolationWatch.ROOM);
    }

    @Test
    void noticed_whatFindsNoRoom_isWarnedOfOnce() {
        ledger.beSilent();
        watch.noticed(SLOW);
        await().until(() -> ledger.calls() == 1);
        try (Logged logged = new Logged(ViolationWatch.class)) {
            IntStream.range(0, ViolationWatch.ROOM + 5).forEach(i -> watch.noticed(SLOW));

            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Nothing is decided about slow timings, 1 so far");
        }
    }

    @Test
    void noticed_whileTheStorageIsAway_isDecidedWhenItIsBack() {
        ledger.fail(1, StorageException.passing("connection refused", null));
        watch.noticed(SLOW);

        await().until(() -> !ledger.alerts().isEmpty());
        assertThat(watch.heldBack()).isZero();
    }

    @Test
    void noticed_whenTheStorageGoesAwayOverTheSecondCondition_countsTheFirstOnce() {
        ledger.beSilent();
        watch.noticed(SLOW_ON_MAIN);
        await().until(() -> ledger.calls() == 1);
        watch.noticed(SLOW);
        watch.noticed(new Timing("merge", 3_000, NOON, Context.of(ANNA)));
        ledger.failAt(3, StorageException.passing("connection refused", null));
        ledger.answer();

        await().until(() -> ledger.alerts().size() == 3);
        assertThat(ledger.alerts())
                .allSatisfy(
                        alert -> assertThat(alert.recurrence().occurrences()).isEqualTo(1));
    }

    @Test
    void noticed_whatTheStorageRefuses_isCounted_andDoesNotKeepLaterOnes() {
        ledger.fail(1, StorageException.lasting("no such table", null));
        watch.noticed(SLOW);
        await().until(() -> watch.heldBack() == 1);
        watch.noticed(SLOW_ON_MAIN);

        await().until(() -> !ledger.alerts().isEmpty());
        assertThat(onlyAlert().fingerprint().branch()).isEqualTo("main");
    }

    @Test
    void close_decidesWhatWasNoticed() {
        IntStream.range(0, 100).forEach(i -> watch.noticed(SLOW));
        watch.close();

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(100);
    }

    @Test
    void close_whileTheStorageIsAway_givesUp() {
        ledger.fail(Integer.MAX_VALUE, StorageException.passing("connection refused", null));
        watch.noticed(SLOW);
        await().until(() -> ledger.calls() > 0);
        watch.close();

        assertThat(watch.heldBack()).isEqualTo(1);
    }

    @Test
    void close_whileTheStorageIsSilent_returnsInTime_andCountsWhatIsNotDecided() {
        ledger.beSilent();
        watch.noticed(SLOW);
        await().until(() -> ledger.calls() == 1);
        watch.noticed(SLOW);
        watch.noticed(SLOW);
        watch.close(A_MOMENT);

        await().until(() -> watch.heldBack() == 3);
        assertThat(ledger.alerts()).isEmpty();
    }

    @Test
    void noticed_afterClose_isCounted() {
        watch.close();
        watch.noticed(SLOW);

        assertThat(watch.heldBack()).isEqualTo(1);
    }

    private Alert onlyAlert() {
        assertThat(ledger.alerts()).hasSize(1);
        return ledger.alerts().get(0);
    }

    /** As many durations of 1, 2, 3 … microseconds. */
    private static Distribution upTo(int samples) {
        return Distribution.of(LongStream.rangeClosed(1, samples).toArray());
    }

    private static Baseline ofScope(Scope scope, double p99Micros) {
        Baseline commits = aBaseline(p99Micros, 2);
        return new Baseline(scope, commits.window(), commits.normal(), 2, commits.origin());
    }

    /** Alerts are looked at, not their messages. */
    private static final class NoRoutes implements RouteBook {
        @Override
        public List<Route> routes() {
            return List.of();
        }

        @Override
        public void replace(List<Route> routes) {
            throw new UnsupportedOperationException("there are no routes here");
        }

        @Override
        public void replace(List<Route> routes, Function<List<Route>, AuditEntry> entry) {
            replace(routes);
        }
    }
}
