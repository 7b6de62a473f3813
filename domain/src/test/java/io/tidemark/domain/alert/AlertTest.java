package io.tidemark.domain.alert;

import static io.tidemark.domain.alert.AlertFixture.aResolvedAlert;
import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.AlertFixture.anAcknowledgedAlert;
import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.alert.AlertFixture.evidence;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Telling.Kind;
import io.tidemark.domain.alert.Telling.Last;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlertTest {
    private static final Instant LATER = NOON.plusSeconds(600);

    @Test
    void raise_opensAnAlertSeenOnce() {
        Alert alert = Alert.raise(5, aSighting(Severity.WARNING, 3));
        assertThat(alert)
                .isEqualTo(new Alert(
                        5,
                        AlertFixture.SLOW_COMMITS,
                        Severity.WARNING,
                        evidence(3),
                        new Recurrence(1, NOON, NOON, List.of(NOON)),
                        new Open(),
                        Telling.NOTHING));
    }

    @Test
    void acknowledge_keepsWhoWhenAndWhy() {
        assertThat(anOpenAlert().acknowledge("ben", LATER, "mine").state())
                .isEqualTo(new Acknowledged("ben", LATER, "mine"));
    }

    @Test
    void acknowledge_twiceChangesNothing() {
        Alert once = anOpenAlert().acknowledge("ben", LATER, null);
        assertThat(once.acknowledge("ben", LATER.plusSeconds(1), "again")).isEqualTo(once);
    }

    @Test
    void acknowledge_byTwoPeopleIsWonByTheFirst() {
        Alert alert = anOpenAlert().acknowledge("ben", LATER, null).acknowledge("carla", LATER, null);
        assertThat(alert.state()).isEqualTo(new Acknowledged("ben", LATER, null));
    }

    @Test
    void acknowledge_leavesAResolvedAlertResolved() {
        assertThat(aResolvedAlert().acknowledge("ben", LATER, null)).isEqualTo(aResolvedAlert());
    }

    @Test
    void acknowledge_refusesToBeByNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anOpenAlert().acknowledge(" ", LATER, null))
                .withMessage("by must name who acknowledges");
    }

    @Test
    void resolve_endsAnOpenAlert() {
        assertThat(anOpenAlert().resolve(LATER).state()).isEqualTo(new Resolved(LATER));
    }

    @Test
    void resolve_endsAnAcknowledgedAlert_andKeepsWhoHadTakenItOn() {
        Alert taken = anAcknowledgedAlert();

        assertThat(taken.resolve(LATER).state())
                .isEqualTo(new Resolved(LATER, null, null, (Acknowledged) taken.state()));
    }

    @Test
    void resolve_twiceKeepsTheFirstTime() {
        assertThat(aResolvedAlert().resolve(LATER)).isEqualTo(aResolvedAlert());
    }

    @Test
    void isOver_onlyWhenResolved() {
        assertThat(anOpenAlert().state().isOver()).isFalse();
        assertThat(anAcknowledgedAlert().state().isOver()).isFalse();
        assertThat(aResolvedAlert().state().isOver()).isTrue();
    }

    @Test
    void seenAgain_showsTheWorseSighting() {
        Alert alert = anOpenAlert(Severity.WARNING).seenAgain(aSighting(Severity.CRITICAL, 9));
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.evidence()).isEqualTo(evidence(9));
    }

    @Test
    void seenAgain_keepsTheWorseOneWhenItGetsBetter() {
        Alert alert = anOpenAlert(Severity.CRITICAL).seenAgain(aSighting(Severity.WARNING, 2.5));
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.evidence()).isEqualTo(evidence(3));
    }

    @Test
    void seenAgain_keepsIdAndState() {
        Alert alert = anAcknowledgedAlert().seenAgain(seenAt(LATER));
        assertThat(alert.id()).isEqualTo(anAcknowledgedAlert().id());
        assertThat(alert.state()).isEqualTo(anAcknowledgedAlert().state());
        assertThat(alert.recurrence()).isEqualTo(new Recurrence(2, NOON, LATER, List.of(NOON, LATER)));
    }

    @Test
    void seenAgain_countsALateSightingWithoutMovingTheLastOneBack() {
        Alert alert = anOpenAlert().seenAgain(seenAt(LATER)).seenAgain(seenAt(NOON.plusSeconds(1)));
        assertThat(alert.recurrence())
                .isEqualTo(new Recurrence(3, NOON, LATER, List.of(NOON, NOON.plusSeconds(1), LATER)));
    }

    @Test
    void told_keepsWhatWasSaidAndToWhomInTheOrderInWhichTheyWereToldFirst() {
        Addressee chat = new Addressee("chat", "slack");
        Addressee mail = new Addressee("mail", "email");

        Alert alert = anOpenAlert(Severity.WARNING)
                .told(Kind.FIRING, NOON, List.of(mail, chat))
                .atLeast(Severity.CRITICAL)
                .told(Kind.FIRING, LATER, List.of(chat));

        assertThat(alert.telling().last()).isEqualTo(new Last(Kind.FIRING, Severity.CRITICAL, LATER));
        assertThat(alert.telling().told()).containsExactly(mail, chat);
    }

    @Test
    void told_byAClockThatWasSetBack_doesNotMoveLastToldBack() {
        Alert alert = anOpenAlert().told(Kind.FIRING, LATER, List.of()).told(Kind.FIRING, NOON, List.of());
        assertThat(alert.telling().lastTold()).isEqualTo(LATER);
    }

    @Test
    void told_endsTheQuiet() {
        Alert quiet = anOpenAlert();
        Alert held = quiet.with(quiet.telling().keptQuiet(Quiet.because(QuietReason.SILENCED)));

        assertThat(held.told(Kind.FIRING, NOON, List.of()).telling().quiet()).isNull();
    }

    @Test
    void acknowledge_andResolve_areLookedAtAtOnce() {
        assertThat(anOpenAlert().acknowledge("ben", LATER, null).telling().lookAt())
                .isEqualTo(LATER);
        assertThat(anOpenAlert().resolve(LATER).telling().lookAt()).isEqualTo(LATER);
    }

    @Test
    void recurrence_keepsTheLastTenTimes() {
        Alert alert = anOpenAlert();
        for (int second = 1; second <= 12; second++) {
            alert = alert.seenAgain(seenAt(NOON.plusSeconds(second)));
        }
        assertThat(alert.recurrence().latest())
                .hasSize(Recurrence.MOST_LATEST)
                .startsWith(NOON.plusSeconds(3))
                .endsWith(NOON.plusSeconds(12));
    }

    @Test
    void recurrence_refusesFewerThanOneOccurrence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recurrence(0, NOON, NOON, List.of()))
                .withMessage("occurrences 0 must be at least 1");
    }

    @Test
    void fingerprint_refusesABlankSubject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fingerprint(AlertType.HEALTH, " ", null))
                .withMessage("subject must not be blank");
    }

    private static Sighting seenAt(Instant at) {
        return new Sighting(AlertFixture.SLOW_COMMITS, Severity.WARNING, evidence(3), at);
    }
}
