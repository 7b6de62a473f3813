package io.tidemark.application.detect;

import static io.tidemark.application.detect.StreamWatch.HISTORY;
import static io.tidemark.application.detect.StreamWatch.LATENESS;
import static io.tidemark.application.detect.StreamWatch.STEP;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.DeskFixture;
import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StreamWatchTest {
    private static final double USUAL = 10_000;
    private static final double SLOW = 60_000;

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Random random = new Random(42);
    private final KeptMeans means = new KeptMeans();
    private final StreamWatch watch = watch(means, storage.alerts());

    @BeforeEach
    void twoWeeksOfCommits() {
        commits(NOON.minus(HISTORY), NOON);
    }

    @Test
    void watch_onAStepThatIsFarTooSlow_raisesAnAnomalyThatSaysWhy() {
        watch.watch();
        means.keep("commit", NOON, SLOW);

        closeStepOf(NOON);

        assertThat(watch.watch()).endsWith("1 anomalies told");
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).isEqualTo(new Fingerprint(AlertType.ANOMALY, "commit", null));
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.recurrence().lastSeen()).isEqualTo(NOON.plus(STEP));
            assertThat(alert.evidence().figures().actualMicros()).isEqualTo((long) SLOW);
            assertThat(alert.evidence().why()).satisfies(why -> {
                assertThat(why.test()).isEqualTo(Why.Test.STREAM);
                assertThat(why.expected().highMicros()).isBetween(USUAL, SLOW);
                assertThat(why.basis().centreMicros()).isBetween(0.8 * USUAL, 1.2 * USUAL);
                assertThat(why.score().value()).isGreaterThan(why.score().limit());
                assertThat(why.recent()).hasSize(Why.MOST_RECENT).endsWith(SLOW);
            });
        });
    }

    @Test
    void watch_beforeAStepIsOver_doesNotJudgeIt() {
        watch.watch();
        means.keep("commit", NOON, SLOW);

        clock.set(NOON.plus(STEP).plus(LATENESS).minusMillis(1));
        watch.watch();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void watch_twiceOverTheSameSteps_tellsOnce() {
        watch.watch();
        means.keep("commit", NOON, SLOW);
        closeStepOf(NOON);

        watch.watch();
        assertThat(watch.watch()).endsWith("0 anomalies told");

        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.recurrence().occurrences()).isEqualTo(1));
    }

    @Test
    void watch_ofAnOperationThatAppearsAfterTheStart_knowsItsPast() {
        watch.watch();
        runs("merge", NOON.minus(HISTORY), NOON);
        means.keep("merge", NOON, SLOW);

        closeStepOf(NOON);

        assertThat(watch.watch()).endsWith("1 anomalies told");
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.fingerprint().subject()).isEqualTo("merge"));
    }

    @Test
    void watch_afterARestart_tellsNothingOfThePast() {
        means.keep("commit", NOON, SLOW);
        closeStepOf(NOON);

        watch.watch();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void watch_afterAWeekOfAbsence_tellsOnlyWhatIsNew() {
        watch.watch();
        Instant weekLater = NOON.plus(Duration.ofDays(7));
        commits(NOON, weekLater);
        means.keep("commit", NOON.plus(Duration.ofDays(2)), SLOW);
        clock.set(weekLater);

        watch.watch();
        assertThat(alerts()).isEmpty();
        means.keep("commit", weekLater, 2 * SLOW);
        closeStepOf(weekLater);
        watch.watch();

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void watch_onAFasterStep_isQuiet() {
        watch.watch();
        means.keep("commit", NOON, 10);
        closeStepOf(NOON);

        watch.watch();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void watch_onAnEffectThatNobodyWouldNotice_isQuiet() {
        for (Instant at = NOON.minus(HISTORY); at.isBefore(NOON); at = at.plus(STEP)) {
            means.keep("lookup", at, 100);
        }
        watch.watch();
        means.keep("lookup", NOON, 1_000);
        closeStepOf(NOON);

        watch.watch();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void watch_onAnOperationWithFewTimings_judgesTheStepsThatHaveSome() {
        for (Instant at = NOON.minus(HISTORY); at.isBefore(NOON); at = at.plus(Duration.ofHours(1))) {
            means.keep("merge", at, noisy(USUAL));
        }
        watch.watch();
        means.keep("merge", NOON, 20 * USUAL);
        closeStepOf(NOON);

        watch.watch();

        assertThat(alerts())
                .extracting(Alert::fingerprint)
                .containsExactly(new Fingerprint(AlertType.ANOMALY, "merge", null));
    }

    @Test
    void watch_onAnOperationThatIsNotTracked_isQuiet() {
        StreamWatch nothing = new StreamWatch(means, operation -> false, desk(storage.alerts()), clock);
        nothing.watch();
        means.keep("commit", NOON, SLOW);
        closeStepOf(NOON);

        assertThat(nothing.watch()).startsWith("0 operations watched");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void watch_whileAlertsCannotBeStored_tellsThemTheNextTime() {
        AlertLedger failing = new FailingOnce(storage.alerts(), new AtomicBoolean(true));
        StreamWatch shaken = watch(means, failing);
        shaken.watch();
        means.keep("commit", NOON, SLOW);
        closeStepOf(NOON);

        assertThatThrownBy(shaken::watch).hasMessageContaining("away");
        assertThat(shaken.watch()).endsWith("1 anomalies told");
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void watch_ofMoreOperationsThanItHasRoomFor_countsTheOthers() {
        SeriesReader crowd = (range, step) -> {
            TreeMap<String, Series> means = new TreeMap<>();
            for (int i = 0; i < StreamWatch.MOST + 3; i++) {
                means.put("operation-" + i, Series.of(range.from(), step, new double[] {USUAL}));
            }
            return means;
        };

        assertThat(watch(crowd, storage.alerts()).watch())
                .startsWith("1000 operations watched")
                .endsWith("no room for 3 operations beyond 1000");
    }

    private StreamWatch watch(SeriesReader series, AlertLedger ledger) {
        return new StreamWatch(series, operation -> true, desk(ledger), clock);
    }

    private AlertDesk desk(AlertLedger ledger) {
        return DeskFixture.over(ledger, storage.incidents(), storage.routes(), clock);
    }

    private void closeStepOf(Instant start) {
        clock.set(start.plus(STEP).plus(LATENESS));
    }

    private void commits(Instant from, Instant to) {
        runs("commit", from, to);
    }

    private void runs(String operation, Instant from, Instant to) {
        for (Instant at = from; at.isBefore(to); at = at.plus(STEP)) {
            means.keep(operation, at, noisy(USUAL));
        }
    }

    private double noisy(double micros) {
        return micros * Math.exp(0.1 * random.nextGaussian());
    }

    private List<Alert> alerts() {
        return storage.alertReader().latest(Which.ALL, 100).stream()
                .map(AlertReport::alert)
                .toList();
    }

    private record FailingOnce(AlertLedger ledger, AtomicBoolean fails) implements AlertLedger {
        @Override
        public Alert change(Fingerprint fingerprint, Judgement judgement) {
            if (fails.getAndSet(false)) {
                throw StorageException.passing("away", null);
            }
            return ledger.change(fingerprint, judgement);
        }

        @Override
        public Optional<Alert> change(long id, Change change) {
            return ledger.change(id, change);
        }

        @Override
        public List<Alert> claimDue(Instant now, Duration lease, int limit) {
            return ledger.claimDue(now, lease, limit);
        }

        @Override
        public int lookAgain(Set<QuietReason> reasons, Instant at) {
            return ledger.lookAgain(reasons, at);
        }
    }
}
