package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.notice;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.seenAndTold;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertLedger.Judgement;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of {@link AlertLedger}. */
public abstract class AlertLedgerContract extends PortContract {
    private static final Fingerprint COMMIT = slow("commit");

    @Test
    void change_returnsAndKeepsTheAlertAsDecided() {
        AtomicInteger decided = new AtomicInteger();
        Alert stored = storage.alerts().change(COMMIT, (standing, freshId) -> {
            decided.incrementAndGet();
            return new Decision(Alert.raise(freshId.getAsLong(), sighting(COMMIT, RECENTLY)), List.of());
        });

        assertThat(stored).isEqualTo(Alert.raise(stored.id(), sighting(COMMIT, RECENTLY)));
        assertThat(standing(COMMIT)).contains(stored);
        assertThat(decided).hasValue(1);
    }

    @Test
    void change_hasNoStandingAlertForANewCondition() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));

        assertThat(standing(slow("merge"))).isEmpty();
    }

    @Test
    void change_holdsTypeAndBranchApart() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));

        assertThat(standing(new Fingerprint(AlertType.ANOMALY, "commit", null))).isEmpty();
        assertThat(standing(new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", "main")))
                .isEmpty();
    }

    @Test
    void change_hasTheAcknowledgedAlertStanding() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        Alert acknowledged = storage.alerts()
                .change(
                        COMMIT,
                        (standing, freshId) -> new Decision(
                                standing.orElseThrow().acknowledge("grace", RECENTLY.plusSeconds(5), "looking"),
                                List.of()));

        assertThat(standing(COMMIT)).contains(acknowledged);
    }

    @Test
    void change_hasNoResolvedAlertStanding() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        storage.alerts()
                .change(
                        COMMIT,
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(RECENTLY.plusSeconds(5)), List.of()));

        assertThat(standing(COMMIT)).isEmpty();
    }

    @Test
    void change_numbersEachNewAlert() {
        Alert commit = storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        Alert merge = storage.alerts().change(slow("merge"), seen(sighting(slow("merge"), RECENTLY)));

        assertThat(merge.id()).isNotEqualTo(commit.id());
    }

    @Test
    void change_putsTheNoticesIntoTheOutboxInTheirOrder() {
        List<Notice> notices = new ArrayList<>();
        storage.alerts().change(COMMIT, (standing, freshId) -> {
            Alert alert = Alert.raise(freshId.getAsLong(), sighting(COMMIT, RECENTLY));
            notices.add(notice(alert, MAIL, "slow"));
            notices.add(notice(alert, CHAT, "slow"));
            return new Decision(alert, notices);
        });

        assertThat(storage.outbox().claim(10, Duration.ofHours(1), Set.of()))
                .extracting(claim -> claim.notification().notice())
                .containsExactlyElementsOf(notices);
    }

    @Test
    void change_announcesTheOutboxWhenThereAreNotices() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.OUTBOX, calls);

        storage.alerts().change(COMMIT, seenAndTold(sighting(COMMIT, RECENTLY), CHAT));

        calls.awaitOne();
    }

    @Test
    void change_passesOnWhatTheJudgementThrows() {
        RuntimeException refusal = new IllegalStateException("cannot decide");

        assertThatThrownBy(() -> storage.alerts().change(COMMIT, (standing, freshId) -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void change_storesNothingWhenTheJudgementThrows() {
        Alert before = storage.alerts().change(COMMIT, seenAndTold(sighting(COMMIT, RECENTLY), CHAT));

        assertThatThrownBy(() -> storage.alerts().change(COMMIT, (standing, freshId) -> {
                    throw new IllegalStateException("cannot decide about " + freshId.getAsLong());
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(storage.alertReader().latest(Which.ALL, 10))
                .extracting(AlertReport::alert)
                .containsExactly(before);
        assertThat(storage.outbox().claim(10, Duration.ofHours(1), Set.of()))
                .extracting(Claim::notification)
                .hasSize(1);
    }

    @Test
    void change_letsNobodyElseDecideAboutTheConditionMeanwhile() throws Exception {
        CountDownLatch firstDecides = new CountDownLatch(1);
        CountDownLatch secondDecides = new CountDownLatch(1);
        AtomicBoolean met = new AtomicBoolean();
        Judgement seen = seen(sighting(COMMIT, RECENTLY));
        Callable<Alert> first = () -> storage.alerts().change(COMMIT, (standing, freshId) -> {
            firstDecides.countDown();
            met.set(happensSoon(secondDecides));
            return seen.decide(standing, freshId);
        });
        Callable<Alert> second = () -> {
            firstDecides.await();
            return storage.alerts().change(COMMIT, (standing, freshId) -> {
                secondDecides.countDown();
                return seen.decide(standing, freshId);
            });
        };

        List<Alert> stored = AtOnce.run(List.of(first, second));

        assertThat(met).isFalse();
        assertThat(stored.get(1).id()).isEqualTo(stored.get(0).id());
    }

    @Test
    void change_countsEverySightingOnOneAlert() throws Exception {
        Callable<Void> fiftySightings = () -> {
            for (int i = 0; i < 50; i++) {
                storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
            }
            return null;
        };

        AtOnce.run(Collections.nCopies(2, fiftySightings));

        assertThat(storage.alertReader().latest(Which.ALL, 10))
                .extracting(report -> report.alert().recurrence().occurrences())
                .containsExactly(100L);
    }

    /** What must not happen is given a moment to happen: a slow machine makes this lenient, never wrong. */
    private static boolean happensSoon(CountDownLatch event) {
        try {
            return event.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while deciding", e);
        }
    }

    private Optional<Alert> standing(Fingerprint fingerprint) {
        List<Optional<Alert>> shown = new ArrayList<>();
        assertThatThrownBy(() -> storage.alerts().change(fingerprint, (standing, freshId) -> {
                    shown.add(standing);
                    throw new IllegalStateException("only looking");
                }))
                .hasMessage("only looking");
        return shown.get(0);
    }
}
