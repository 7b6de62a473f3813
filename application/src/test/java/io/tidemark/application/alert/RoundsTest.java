package io.tidemark.application.alert;

import static io.tidemark.domain.alert.AlertFixture.evidence;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.EscalationChains;
import io.tidemark.domain.alert.EscalationChains.Step;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Content.Fact;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notice.Kind;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A threshold of 2 ms over a p50 of 1 ms: below 1.9 ms it is over. */
final class RoundsTest {
    private static final Fingerprint SLOW = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", null);
    private static final Addressee ON_CALL = new Addressee("on-call", "pagerduty");
    private static final Addressee BOSS = new Addressee("boss", "email");

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Router router = new Router(storage.routes());
    private @Nullable Quiet quiet;
    private final Quieting window = (alert, now) ->
            Optional.ofNullable(quiet).filter(reason -> reason.until() == null || now.isBefore(reason.until()));
    private Desk desk = desk(EscalationChains.NONE);

    @BeforeEach
    void route() {
        storage.routes().replace(List.of(new Route(Severity.INFO, List.of(TEAM_CHAT))));
        router.refresh();
    }

    @Test
    void look_resolvesWhatIsBelowTheLimitForFiveMinutes_andTellsThoseWhoWereTold() {
        see(Severity.WARNING);
        runs(1_200, 1, 7);

        after(Duration.ofMinutes(4));
        assertThat(onlyAlert().state()).isEqualTo(new Open());
        after(Duration.ofMinutes(6));

        Resolved end = (Resolved) onlyAlert().state();
        assertThat((double) end.recoveredMicros()).isBetween(1_190.0, 1_210.0);
        Notice resolved = sent().get(1);
        assertThat(resolved.kind()).isEqualTo(Kind.RESOLVED);
        assertThat(resolved.destination()).isEqualTo(TEAM_CHAT);
        assertThat(resolved.content().facts())
                .contains(new Fact("Peak", "3.00 ms"), new Fact("Duration", "6 min"))
                .anyMatch(
                        fact -> fact.name().equals("Recovered") && fact.value().startsWith("1.2"));
    }

    @Test
    void look_again_saysNothingTwice() {
        see(Severity.WARNING);
        runs(1_200, 1, 7);
        after(Duration.ofMinutes(6));
        after(Duration.ofMinutes(7));
        after(Duration.ofDays(2));

        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.RESOLVED);
    }

    @Test
    void look_whileItStaysNearTheThreshold_keepsItOpen() {
        see(Severity.WARNING);
        runs(1_950, 1, 120);
        for (int minute = 1; minute <= 90; minute++) {
            after(Duration.ofMinutes(minute));
        }

        assertThat(onlyAlert().state()).isEqualTo(new Open());
        assertThat(kinds()).containsExactly(Kind.FIRING);
    }

    @Test
    void aValueThatSwingsAroundTheThreshold_isOneAlert() {
        for (int minute = 0; minute < 120; minute++) {
            clock.set(NOON.plus(minute, ChronoUnit.MINUTES));
            if (minute % 8 == 0) {
                see(Severity.WARNING);
            }
            timing(minute % 2 == 0 ? 2_050 : 1_950);
            desk.rounds().look(100);
        }

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(15);
    }

    @Test
    void look_whenNothingRan_takesLonger() {
        see(Severity.WARNING);

        after(Duration.ofMinutes(29));
        assertThat(onlyAlert().state()).isEqualTo(new Open());
        after(Duration.ofMinutes(31));

        assertThat(onlyAlert().state()).isEqualTo(new Resolved(clock.instant()));
    }

    @Test
    void look_doesNotResolveWhatSomebodyIsToAnswer() {
        desk.alerts()
                .see(List.of(new Sighting(
                        new Fingerprint(AlertType.BASELINE_APPROVAL, "commit", null),
                        Severity.WARNING,
                        evidence(3),
                        NOON)));

        after(Duration.ofDays(30));

        assertThat(onlyAlert().state()).isEqualTo(new Open());
    }

    @Test
    void resolved_alsoThroughASilence_andOnlyToThoseWhoWereTold() {
        see(Severity.WARNING);
        storage.routes().replace(List.of());
        router.refresh();
        quiet = Quiet.because(QuietReason.SILENCED);

        desk.alerts().resolve(onlyAlert().id(), "ada");

        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.RESOLVED);
        assertThat(sent()).extracting(Notice::destination).containsOnly(TEAM_CHAT);
    }

    @Test
    void resolved_isNotSaidToAnybody_whenNobodyWasTold() {
        quiet = Quiet.because(QuietReason.SILENCED);
        see(Severity.WARNING);

        desk.alerts().resolve(onlyAlert().id(), "ada");

        assertThat(sent()).isEmpty();
    }

    @Test
    void whatStillFires_isTold_whenTheWindowEnds() {
        quiet = new Quiet(QuietReason.MAINTENANCE_WINDOW, "window nightly", NOON.plusSeconds(120));
        see(Severity.WARNING);
        assertThat(onlyAlert().telling().quiet()).isEqualTo(quiet);

        after(Duration.ofSeconds(119));
        assertThat(sent()).isEmpty();
        after(Duration.ofMinutes(2));

        assertThat(kinds()).containsExactly(Kind.FIRING);
        assertThat(onlyAlert().telling().quiet()).isNull();
    }

    @Test
    void whatIsOverBeforeTheWindowEnds_isNeverTold() {
        quiet = new Quiet(QuietReason.MAINTENANCE_WINDOW, "window nightly", NOON.plusSeconds(3_600));
        see(Severity.WARNING);
        runs(1_200, 1, 20);
        for (int minute = 1; minute < 70; minute++) {
            after(Duration.ofMinutes(minute));
        }

        assertThat(onlyAlert().state().isOver()).isTrue();
        assertThat(sent()).isEmpty();
    }

    @Test
    void acknowledge_tellsThoseWhoWereTold_andKeepsItQuiet() {
        see(Severity.WARNING);

        Answer answer = desk.alerts().acknowledge(onlyAlert().id(), "ada", "on it", null);
        see(Severity.WARNING);

        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.DONE);
        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED);
        assertThat(sent().get(1).content().title()).startsWith("ada looks after it: commit");
        assertThat(onlyAlert().telling().quiet()).isEqualTo(new Quiet(QuietReason.ACKNOWLEDGED, "ada", null));
    }

    @Test
    void acknowledge_twice_saysWhoWasFirst_andChangesNothing() {
        see(Severity.WARNING);
        long id = onlyAlert().id();
        desk.alerts().acknowledge(id, "ada", null, null);

        Answer second = desk.alerts().acknowledge(id, "bob", "me too", null);

        assertThat(second.outcome()).isEqualTo(Answer.Outcome.ACKNOWLEDGED_BEFORE);
        assertThat(onlyAlert().state()).isEqualTo(new Acknowledged("ada", NOON, null));
        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED);
    }

    @Test
    void acknowledge_whatIsOver_orUnknown_saysSo() {
        see(Severity.WARNING);
        long id = onlyAlert().id();
        desk.alerts().resolve(id, "ada");

        assertThat(desk.alerts().acknowledge(id, "bob", null, null).outcome())
                .isEqualTo(Answer.Outcome.RESOLVED_BEFORE);
        assertThat(desk.alerts().resolve(id, "bob").outcome()).isEqualTo(Answer.Outcome.RESOLVED_BEFORE);
        assertThat(desk.alerts().acknowledge(4_711, "bob", null, null))
                .isEqualTo(new Answer(Answer.Outcome.UNKNOWN, null));
    }

    @Test
    void acknowledgement_expires_andWhatStillFiresIsToldAgain() {
        see(Severity.WARNING);
        runs(2_500, 1, 90);
        desk.alerts().acknowledge(onlyAlert().id(), "ada", null, NOON.plusSeconds(3_600));

        after(Duration.ofSeconds(3_599));
        assertThat(onlyAlert().state()).isInstanceOf(Acknowledged.class);
        after(Duration.ofHours(1));

        assertThat(onlyAlert().state()).isEqualTo(new Open());
        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED, Kind.FIRING);
    }

    @Test
    void whatIsAcknowledgedElsewhere_isToldInTheNextRound() {
        see(Severity.WARNING);
        // As SQL does it: the state, and when to look.
        storage.alerts()
                .change(
                        onlyAlert().id(),
                        alert -> new Decision(alert.acknowledge("ada", clock.instant(), null), List.of()));

        desk.rounds().look(10);
        desk.rounds().look(10);

        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED);
    }

    @Test
    void silenceEscalates_stepByStep_eachOnce() {
        desk = desk(chains());
        see(Severity.CRITICAL);
        runs(2_500, 1, 90);

        after(Duration.ofSeconds(59));
        assertThat(destinations()).containsExactly("team-chat");
        after(Duration.ofMinutes(1));
        after(Duration.ofSeconds(61));
        assertThat(destinations()).containsExactly("team-chat", "on-call");
        after(Duration.ofMinutes(6));
        after(Duration.ofHours(1));

        assertThat(destinations()).containsExactly("team-chat", "on-call", "boss");
        assertThat(onlyAlert().telling().told())
                .extracting(Addressee::name)
                .containsExactly("team-chat", "on-call", "boss");
    }

    @Test
    void silenceEscalates_afterARestart_too() {
        desk = desk(chains());
        see(Severity.CRITICAL);

        desk = desk(chains());
        after(Duration.ofMinutes(1));

        assertThat(destinations()).containsExactly("team-chat", "on-call");
    }

    @Test
    void silenceEscalates_notWhenSomebodyAnswered() {
        desk = desk(chains());
        see(Severity.CRITICAL);
        runs(2_500, 1, 90);
        desk.alerts().acknowledge(onlyAlert().id(), "ada", null, null);

        after(Duration.ofHours(1));

        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED);
    }

    @Test
    void silenceEscalates_alsoWhileItIsSeenAllTheTime() {
        desk = desk(chains());
        for (int second = 0; second <= 61; second++) {
            clock.set(NOON.plusSeconds(second));
            see(Severity.CRITICAL);
        }

        assertThat(destinations()).containsExactly("team-chat", "on-call");
    }

    @Test
    void theThirdTimeWithinAnHour_isCritical_once() {
        for (int time = 0; time < 5; time++) {
            clock.set(NOON.plus(time, ChronoUnit.MINUTES));
            see(Severity.WARNING);
        }

        assertThat(onlyAlert().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(sent()).extracting(Notice::severity).containsExactly(Severity.WARNING, Severity.CRITICAL);
    }

    @Test
    void theThirdTimeWithinAnHour_isCritical_alsoOverResolvedAndRaisedAgain() {
        for (int time = 0; time < 3; time++) {
            clock.set(NOON.plus(10L * time, ChronoUnit.MINUTES));
            see(Severity.WARNING);
            desk.alerts().over(SLOW, null);
        }

        assertThat(alerts())
                .extracting(Alert::severity)
                .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.WARNING);
    }

    @Test
    void aWarningUnderACriticalOne_isQuiet_untilThatIsOver() {
        see(Severity.CRITICAL);
        long cause = onlyAlert().id();
        Fingerprint unusual = new Fingerprint(AlertType.ANOMALY, "commit", null);

        desk.alerts().see(List.of(new Sighting(unusual, Severity.WARNING, slow(), clock.instant())));
        assertThat(alert(unusual).telling().quiet())
                .isEqualTo(new Quiet(QuietReason.UNDER_A_WORSE_ONE, "alert " + cause, null));
        desk.alerts().resolve(cause, "ada");
        after(Duration.ofMinutes(2));

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.FIRING, Kind.RESOLVED, Kind.FIRING);
    }

    @Test
    void moreNewAlertsThanAnHourMayBring_areHeldBack_andCounted() {
        for (int branch = 0; branch < 40; branch++) {
            Fingerprint condition = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", "branch " + branch);
            desk.alerts().see(List.of(new Sighting(condition, Severity.WARNING, slow(), NOON)));
        }

        assertThat(alerts()).hasSize(30);
        assertThat(desk.alerts().heldBack()).isEqualTo(10);
    }

    @Test
    void aClockThatRanAheadAndCameBack_losesNothing_andSaysNothingTwice() {
        desk = desk(chains());
        clock.set(NOON.plus(Duration.ofDays(300)));
        see(Severity.CRITICAL);
        clock.set(NOON);
        runs(2_500, 1, 90);
        after(Duration.ofMinutes(1));
        see(Severity.CRITICAL);
        after(Duration.ofMinutes(2));

        assertThat(kinds()).containsExactly(Kind.FIRING);
        desk.alerts().acknowledge(onlyAlert().id(), "ada", null, null);
        after(Duration.ofMinutes(3));
        assertThat(kinds()).containsExactly(Kind.FIRING, Kind.ACKNOWLEDGED);
    }

    private Desk desk(EscalationChains chains) {
        return Desk.over(
                storage,
                AlertPolicy.DEFAULT.with(chains),
                List.of(new Inhibition(storage.incidents(), clock), window),
                router,
                clock);
    }

    private static EscalationChains chains() {
        return new EscalationChains(Map.of(
                Severity.CRITICAL,
                List.of(
                        new Step(Duration.ofMinutes(1), List.of(ON_CALL)),
                        new Step(Duration.ofMinutes(5), List.of(BOSS)))));
    }

    private void see(Severity severity) {
        desk.alerts().see(List.of(new Sighting(SLOW, severity, slow(), clock.instant())));
    }

    private static Evidence slow() {
        Why why = new Why(
                Why.Test.BASELINE_THRESHOLD,
                new Why.Band(0, 2_000),
                new Why.Basis("baseline 7", 1_000, 1_000, 100),
                new Why.Score(3, 2),
                new Why.Effect(50, 1_000),
                List.of());
        return Evidence.of(new Figures(3_000, 1_000, 3), why);
    }

    /** One run in each minute after noon. */
    private void runs(long micros, int from, int to) {
        Instant now = clock.instant();
        for (int minute = from; minute <= to; minute++) {
            clock.set(NOON.plus(minute, ChronoUnit.MINUTES));
            timing(micros);
        }
        clock.set(now);
    }

    private void timing(long micros) {
        Instant end = clock.instant().plus(micros, ChronoUnit.MICROS);
        storage.timings().append(List.of(new Timing("commit", micros, end, Context.of("ada"))));
    }

    private void after(Duration duration) {
        clock.set(NOON.plus(duration));
        desk.rounds().look(100);
    }

    private Alert alert(Fingerprint condition) {
        return alerts().stream()
                .filter(alert -> alert.fingerprint().equals(condition))
                .findFirst()
                .orElseThrow();
    }

    private Alert onlyAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private List<Alert> alerts() {
        return storage.alertReader().latest(Which.ALL, 100).stream()
                .map(report -> report.alert())
                .toList();
    }

    private final List<Notice> sent = new ArrayList<>();

    private List<Notice> sent() {
        Attempt attempt = new Attempt(
                NOON, Duration.ZERO, Attempt.Outcome.DELIVERED, new Attempt.Answer("ok", "", null, null, null));
        Instant now = clock.instant();
        // In memory the outbox knows no future: whatever was put there is due.
        clock.set(NOON.plus(Duration.ofDays(400)));
        List<Claim> claims = storage.outbox().claim(100, Duration.ofDays(900), Set.of());
        while (!claims.isEmpty()) {
            for (Claim claim : claims) {
                sent.add(claim.notification().notice());
                storage.outbox().settle(new Settlement(claim, attempt, new Next.Delivered()));
            }
            claims = storage.outbox().claim(100, Duration.ofDays(900), Set.of());
        }
        clock.set(now);
        return sent;
    }

    private List<Kind> kinds() {
        return sent().stream().map(Notice::kind).toList();
    }

    private List<String> destinations() {
        return sent().stream().map(notice -> notice.destination().name()).toList();
    }
}
