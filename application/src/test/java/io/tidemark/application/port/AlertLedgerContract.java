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
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Telling;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
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
import java.util.function.UnaryOperator;
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
    void change_hasTheAlertThatWasResolvedLast_whenNoneStands() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        resolve(COMMIT, 5);
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY.plusSeconds(6))));
        Alert last = resolve(COMMIT, 7);

        assertThat(standing(COMMIT)).contains(last);
    }

    @Test
    void change_hasTheStandingAlertRatherThanOneThatIsOver() {
        storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        resolve(COMMIT, 5);
        Alert standing = storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));

        assertThat(standing(COMMIT)).contains(standing);
    }

    @Test
    void change_keepsEverythingThatWasTold() {
        Instant at = RECENTLY.plusSeconds(5);
        Telling telling = new Telling(
                new Telling.Last(Telling.Kind.FIRING, Severity.CRITICAL, at),
                List.of(new Addressee("ops-chat", "slack"), new Addressee("on call", "pagerduty")),
                new Telling.Escalation(1, at.plusSeconds(60)),
                new Quiet(QuietReason.SILENCED, "silence 3", at.plusSeconds(90)),
                at.plusSeconds(30));

        Alert stored = storage.alerts()
                .change(
                        COMMIT,
                        (latest, freshId) -> new Decision(
                                Alert.raise(freshId.getAsLong(), sighting(COMMIT, RECENTLY))
                                        .with(telling),
                                List.of()));

        assertThat(stored.telling()).isEqualTo(telling);
        assertThat(standing(COMMIT)).contains(stored);
    }

    @Test
    void change_keepsHowLongItIsAcknowledgedAndHowItEnded() {
        Alert raised = storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        Acknowledged taken = new Acknowledged("ada", RECENTLY, "on it", RECENTLY.plusSeconds(60));
        Resolved ended = new Resolved(RECENTLY.plusSeconds(9), "bob", 950L, taken);

        assertThat(changed(raised, alert -> alert.acknowledge(taken)).state()).isEqualTo(taken);
        assertThat(changed(raised, alert -> alert.resolve(ended)).state()).isEqualTo(ended);
        assertThat(storage.alertReader().find(raised.id()).orElseThrow().alert().state())
                .isEqualTo(ended);
    }

    @Test
    void change_keepsNothingOfAnAcknowledgementThatRanOut() {
        Alert raised = storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        Acknowledged taken = new Acknowledged("ada", RECENTLY, "on it", RECENTLY.plusSeconds(60));
        changed(raised, alert -> alert.acknowledge(taken));
        changed(raised, alert -> alert.reopenIfExpired(RECENTLY.plusSeconds(60)));

        assertThat(changed(raised, alert -> alert.resolve(new Resolved(RECENTLY.plusSeconds(90))))
                        .state())
                .isEqualTo(new Resolved(RECENTLY.plusSeconds(90)));
    }

    @Test
    void changeByNumber_hasTheAlertAndStoresWhatWasDecided() {
        Alert raised = storage.alerts().change(COMMIT, seen(sighting(COMMIT, RECENTLY)));
        List<Alert> shown = new ArrayList<>();

        Optional<Alert> stored = storage.alerts().change(raised.id(), alert -> {
            shown.add(alert);
            return new Decision(alert.resolve(RECENTLY), List.of(notice(alert, CHAT, "over")));
        });

        assertThat(shown).containsExactly(raised);
        assertThat(stored).contains(raised.resolve(RECENTLY));
        assertThat(storage.outbox().claim(10, Duration.ofHours(1), Set.of())).hasSize(1);
    }

    @Test
    void changeByNumber_ofAnUnknownOne_isEmpty() {
        assertThat(storage.alerts().change(4_711, alert -> new Decision(alert, List.of())))
                .isEmpty();
    }

    @Test
    void claimDue_takesThoseThatHaveWaitedLongestFirst_andNotAgainWithinTheLease() {
        Alert later = lookingAt("merge", 20);
        Alert first = lookingAt("commit", 10);
        lookingAt("rollback", 31);
        storage.alerts().change(slow("tag"), seen(sighting(slow("tag"), RECENTLY)));
        Instant now = RECENTLY.plusSeconds(30);

        assertThat(claim(now, 1)).containsExactly(first.id());
        assertThat(claim(now, 10)).containsExactly(later.id());
        assertThat(claim(now, 10)).isEmpty();
        assertThat(claim(now.plusSeconds(60), 10)).hasSize(3);
    }

    @Test
    void claimDue_takesWhatAClockThatRanAheadPutOff() {
        Alert astray = lookingAt("commit", 86_400);

        assertThat(claim(RECENTLY, 10)).containsExactly(astray.id());
    }

    @Test
    void claimDue_byTwoAtOnce_givesEachToOne() throws Exception {
        for (int i = 0; i < 40; i++) {
            lookingAt("operation " + i, 1);
        }
        Callable<List<Long>> twenty = () -> claim(RECENTLY.plusSeconds(2), 20);

        assertThat(AtOnce.run(Collections.nCopies(2, twenty)).stream()
                        .flatMap(List::stream)
                        .distinct())
                .hasSize(40);
    }

    @Test
    void lookAgain_putsForwardWhatIsQuietForThoseReasons() {
        Alert silenced = quiet("commit", QuietReason.SILENCED);
        quiet("merge", QuietReason.MAINTENANCE_WINDOW);
        lookingAt("rollback", 600);

        assertThat(storage.alerts().lookAgain(Set.of(QuietReason.SILENCED, QuietReason.SNOOZED), RECENTLY))
                .isEqualTo(1);
        assertThat(claim(RECENTLY, 10)).containsExactly(silenced.id());
    }

    @Test
    void lookAgain_putsNothingOff_andLeavesWhatIsResolved() {
        Alert silenced = quiet("commit", QuietReason.SILENCED);
        changed(quiet("merge", QuietReason.SILENCED), alert -> alert.resolve(RECENTLY));

        assertThat(storage.alerts().lookAgain(Set.of(QuietReason.SILENCED), RECENTLY.plusSeconds(900)))
                .isZero();
        assertThat(claim(RECENTLY.plusSeconds(600), 10)).contains(silenced.id());
    }

    private Alert quiet(String operation, QuietReason reason) {
        return changed(
                lookingAt(operation, 600),
                alert -> alert.with(alert.telling().keptQuiet(new Quiet(reason, "silence 3", null))));
    }

    private List<Long> claim(Instant now, int limit) {
        return storage.alerts().claimDue(now, Duration.ofMinutes(1), limit).stream()
                .map(Alert::id)
                .toList();
    }

    private Alert lookingAt(String operation, int seconds) {
        Instant at = RECENTLY.plusSeconds(seconds);
        Alert raised = storage.alerts().change(slow(operation), seen(sighting(slow(operation), RECENTLY)));
        return changed(raised, alert -> alert.with(alert.telling().lookingAt(at)));
    }

    private Alert resolve(Fingerprint condition, int seconds) {
        return storage.alerts()
                .change(
                        condition,
                        (latest, freshId) ->
                                new Decision(latest.orElseThrow().resolve(RECENTLY.plusSeconds(seconds)), List.of()));
    }

    private Alert changed(Alert alert, UnaryOperator<Alert> change) {
        return storage.alerts()
                .change(alert.id(), standing -> new Decision(change.apply(standing), List.of()))
                .orElseThrow();
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
