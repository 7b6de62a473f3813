package io.tidemark.application;

import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.record.Loss;
import io.tidemark.application.record.RecorderReport;
import io.tidemark.application.record.RecorderSettings;
import io.tidemark.application.record.Timer;
import io.tidemark.domain.alert.AlertFixture;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineFixture;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.notification.Notification;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class TidemarkTest {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);
    private static final TidemarkSettings PROMPT = TidemarkSettings.defaults()
            .withRecorder(RecorderSettings.defaults()
                    .withFlushInterval(Duration.ofMillis(1))
                    .withContext(Context.of(ANNA)));

    private final SettableClock clock = new SettableClock(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Tidemark tidemark = Tidemark.over(storage, PROMPT, new Clocks(clock, nanos::get));

    @AfterEach
    void close() {
        tidemark.close();
        storage.close();
    }

    @Test
    void aSlowTiming_becomesAnAlert_withANoticeInTheOutbox() {
        tidemark.routes().replace(List.of(new Route(Severity.WARNING, List.of(TEAM_CHAT))));
        ActiveBaseline normal = baselineOfTenMillis();

        tidemark.record("commit", Duration.ofMillis(25));

        await().until(() -> !alerts().isEmpty());
        AlertReport report = alerts().get(0);
        assertThat(report.alert().fingerprint().subject()).isEqualTo("commit");
        assertThat(report.alert().severity()).isEqualTo(Severity.WARNING);
        assertThat(report.alert().evidence().baselineId()).isEqualTo(normal.id());
        assertThat(report.alert().evidence().figures().actualMicros()).isEqualTo(25_000);
        assertThat(report.told()).containsExactly(new Told("team-chat", DeliveryStatus.PENDING, 0));
        Notification notification = storage.outbox()
                .claim(1, Duration.ofMinutes(1), Set.of())
                .get(0)
                .notification();
        assertThat(notification.notice().content().title()).startsWith("commit is slow: 25.0 ms, 2.50 times");
    }

    @Test
    void aTimingThatIsAsUsual_isNoAlert() {
        baselineOfTenMillis();
        tidemark.record("commit", Duration.ofMillis(19));
        tidemark.close();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void aMultiplier_makesAnOperationMorePatient() {
        try (Tidemark patient =
                Tidemark.over(storage, PROMPT.withMultiplier("commit", 3), new Clocks(clock, nanos::get))) {
            assertThat(patient.baselines().policy("commit").multiplier()).isEqualTo(3);
            assertThat(patient.baselines().policy("merge").multiplier()).isEqualTo(2);
        }
    }

    @Test
    void calculateBaseline_isByTheUserOfTheSettings() {
        assertThat(baselineOfTenMillis().baseline().origin().by()).isEqualTo(ANNA);
    }

    @Test
    void calculateBaseline_ofTooFewTimings_saysSo() {
        tidemark.record("commit", Duration.ofMillis(1));
        await().until(() -> tidemark.report().written() == 1);

        assertThatExceptionOfType(TooFewSamplesException.class)
                .isThrownBy(() -> tidemark.calculateBaseline("commit"))
                .withMessageContaining("1 timings, a baseline takes 10");
    }

    @Test
    void aBaselineThatAnotherApplicationActivates_countsHereToo() {
        storage.baselines().activate(BaselineFixture.aBaseline(1_000, 2));

        await().until(() -> {
            tidemark.record("commit", Duration.ofMillis(3));
            return !alerts().isEmpty();
        });
    }

    @Test
    void over_countsBaselinesAndRoutesThatWereThereBefore() {
        storage.baselines().activate(BaselineFixture.aBaseline(1_000, 2));
        storage.routes().replace(List.of(new Route(Severity.WARNING, List.of(TEAM_CHAT))));

        try (Tidemark later = Tidemark.over(storage, PROMPT, new Clocks(clock, nanos::get))) {
            later.record("commit", Duration.ofMillis(3));
        }

        assertThat(alerts())
                .singleElement()
                .satisfies(report -> assertThat(report.told()).hasSize(1));
    }

    @Test
    void start_measuresAnOperation() {
        try (Timer timer = tidemark.start("commit")) {
            assertThat(timer).isNotNull();
            nanos.addAndGet(Duration.ofMillis(7).toNanos());
        }
        await().until(() -> tidemark.report().written() == 1);

        assertThat(tidemark.overview().operations(lastHour(), Duration.ofMinutes(1)))
                .singleElement()
                .satisfies(commits -> assertThat(commits.whole().max()).isEqualTo(7_000));
    }

    @Test
    void record_withAContext_countsForTheBranch() {
        Context onMain = Context.of("bob").onBranch("main");
        IntStream.range(0, 10).forEach(i -> tidemark.record("commit", Duration.ofMillis(10), onMain));
        await().until(() -> tidemark.report().written() == 10);

        assertThat(storage.rollups()
                        .merged(new Scope("commit", "main"), lastHour())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void operation_ofANameThatBreaksTheRules_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tidemark.operation(""));
    }

    @Test
    void close_writesTheRest_andSaysSo() {
        tidemark.record("commit", Duration.ofMillis(1));

        assertThat(tidemark.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(1, Map.of()));
        tidemark.record("commit", Duration.ofMillis(1));
        assertThat(tidemark.report()).isEqualTo(new RecorderReport(1, Map.of(Loss.RECORDER_CLOSED, 1L)));
    }

    @Test
    void heldBack_countsSlowTimingsThatNothingWasDecidedAbout() {
        baselineOfTenMillis();
        tidemark.close();

        tidemark.record("commit", Duration.ofMillis(25));

        assertThat(tidemark.heldBack()).isEqualTo(1);
    }

    @Test
    @Timeout(30)
    void close_doesNotWaitForDecisionsWhenWritingTookAllTheTime() throws Exception {
        storage.baselines().activate(BaselineFixture.aBaseline(1_000, 2));
        LongSupplier aMinuteEachTime = () -> nanos.addAndGet(AS_LONG_AS_IT_TAKES.toNanos());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread holder = new Thread(() -> holdTheLedger(held, over));
        try (Tidemark later = Tidemark.over(storage, PROMPT, new Clocks(clock, aMinuteEachTime))) {
            holder.start();
            held.await();
            later.record("commit", Duration.ofMillis(3));

            later.close(AS_LONG_AS_IT_TAKES);

            assertThat(holder.isAlive()).isTrue();
        } finally {
            over.countDown();
            holder.join();
        }
    }

    @Test
    void close_leavesAStorageThatSomebodyElseOpenedAsItIs() {
        tidemark.close();

        assertThat(storage.health().up()).isTrue();
    }

    @Test
    void open_withTheDefaults_recordsInMemory() {
        try (Tidemark opened = Tidemark.open(TidemarkSettings.defaults())) {
            opened.record("commit", Duration.ofMillis(3));

            await().until(() -> opened.report().written() == 1);
            Instant now = Clock.systemUTC().instant();
            assertThat(opened.overview()
                            .operations(
                                    TimeRange.endingAt(now.plusSeconds(60), Duration.ofHours(1)),
                                    Duration.ofMinutes(1)))
                    .hasSize(1);
        }
    }

    @Test
    void open_ofAnUnknownStorage_listsTheChoices() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tidemark.open(TidemarkSettings.defaults().withStorage("oracle", Map.of("url", "secret"))))
                .withMessageContaining("no storage is called 'oracle': there is [memory")
                .withMessageNotContaining("secret");
    }

    /** Nobody else decides about alerts until it is over. */
    private void holdTheLedger(CountDownLatch held, CountDownLatch over) {
        storage.alerts().change(AlertFixture.SLOW_COMMITS, (standing, freshId) -> {
            held.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Decision(AlertFixture.anOpenAlert(), List.of());
        });
    }

    private ActiveBaseline baselineOfTenMillis() {
        IntStream.range(0, 100).forEach(i -> tidemark.record("commit", Duration.ofMillis(10)));
        await().until(() -> tidemark.report().written() == 100);
        return tidemark.calculateBaseline("commit");
    }

    private static TimeRange lastHour() {
        return TimeRange.endingAt(NOON.plusSeconds(60), Duration.ofHours(1));
    }

    private List<AlertReport> alerts() {
        return storage.alertReader().latest(Which.ALL, 100);
    }
}
