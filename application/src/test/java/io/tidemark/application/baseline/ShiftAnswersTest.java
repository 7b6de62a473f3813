package io.tidemark.application.baseline;

import static io.tidemark.application.baseline.BaselineWorld.ADA;
import static io.tidemark.application.baseline.BaselineWorld.COMMIT;
import static io.tidemark.application.baseline.BaselineWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.baseline.ShiftAnswers.Word;
import io.tidemark.application.baseline.ShiftRefusedException.Refusal;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.baseline.TooFewSamplesException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShiftAnswersTest {
    private static final Instant SHIFT = NOON.minus(Duration.ofDays(3));

    private final BaselineWorld world = new BaselineWorld();

    @Test
    void accept_makesTheBaselineOfTheTimeSince_andResolvesTheAlert() {
        Alert alert = shiftedFromTenToFortyMillis();

        ActiveBaseline active = world.desk.shifts().accept(word(alert));

        assertThat(active.baseline().p99Micros()).isCloseTo(40_000, within(400.0));
        assertThat(active.baseline().multiplier()).isEqualTo(3);
        assertThat(active.baseline().origin())
                .isEqualTo(new BaselineOrigin(Reason.APPROVED, ADA, NOON, "accepted as normal: new disks"));
        assertThat(world.active(COMMIT)).isEqualTo(active);
        assertThat(world.alert(AlertType.THRESHOLD_EXCEEDED).state().isOver()).isTrue();
    }

    @Test
    void accept_lastsThroughTheNextRecalculations() {
        Alert alert = shiftedFromTenToFortyMillis();
        world.desk.shifts().accept(word(alert));

        Recalculated row = world.recalculate(COMMIT, Force.YES);

        // The old level counts no more, and the new one does although there was an alert.
        assertThat(row.ruling().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(row.figures().newP99Micros()).isCloseTo(40_000, within(400.0));
        assertThat(row.figures().samples()).isEqualTo(71 * 20);
    }

    @Test
    void accept_takesAnotherBeginningOfTheShift() {
        Alert alert = shiftedFromTenToFortyMillis();

        ActiveBaseline active =
                world.desk.shifts().accept(new Word(alert.id(), NOON.minus(Duration.ofDays(1)), ADA, null));

        assertThat(active.baseline().normal().samples()).isEqualTo(24 * 20);
    }

    @Test
    void accept_ofADegradation_beginsWhenTheLevelShifted_notWhenThatWasNoticed() {
        shiftedFromTenToFortyMillis();
        world.shifts.put("commit", SHIFT);
        Fingerprint slower = new Fingerprint(AlertType.DEGRADATION, "commit", null);
        Evidence evidence = new Evidence(new Figures(40_000, 10_000, 4), null, "", null, List.of());
        Alert noticed = world.storage
                .alerts()
                .change(
                        slower,
                        (standing, freshId) -> new Decision(
                                Alert.raise(
                                        freshId.getAsLong(), new Sighting(slower, Severity.WARNING, evidence, NOON)),
                                List.of()));

        ActiveBaseline active = world.desk.shifts().accept(word(noticed));

        assertThat(active.baseline().normal().samples()).isEqualTo(72 * 20);
        assertThat(active.baseline().normal().min()).isEqualTo(40_000);
    }

    @Test
    void accept_ofTooFewTimingsSince_changesNothing() {
        Alert alert = shiftedFromTenToFortyMillis();
        Word tooSoon = new Word(alert.id(), NOON.minusSeconds(60), ADA, null);

        assertThatExceptionOfType(TooFewSamplesException.class)
                .isThrownBy(() -> world.desk.shifts().accept(tooSoon));
        assertThat(world.storage.exclusions().standing()).isEmpty();
        assertThat(world.alert(AlertType.THRESHOLD_EXCEEDED).state().isOver()).isFalse();
    }

    @Test
    void keep_leavesTheBaseline_andTheTimeSinceDoesNotCount() {
        Alert alert = shiftedFromTenToFortyMillis();
        ActiveBaseline before = world.active(COMMIT);

        world.desk.shifts().keep(word(alert));

        assertThat(world.active(COMMIT)).isEqualTo(before);
        assertThat(world.alert(AlertType.THRESHOLD_EXCEEDED).state())
                .isEqualTo(new Acknowledged(ADA, NOON, "the old level is kept: new disks"));
        Recalculated row = world.recalculate(COMMIT, Force.YES);
        assertThat(row.figures().newP99Micros()).isCloseTo(10_000, within(100.0));
        assertThat(row.message()).contains("the old level is kept");
    }

    @Test
    void keep_holdsTheBaseline_whenNothingElseIsLeft() {
        Alert alert = shiftedFromTenToFortyMillis();
        world.desk.shifts().keep(word(alert));
        world.clock.advance(Duration.ofDays(4));
        world.ran(COMMIT, Duration.ofMillis(40), 50);

        assertThat(world.recalculate(COMMIT).ruling()).isEqualTo(Ruling.skipped(Ruling.Reason.LEFT_OUT));
    }

    @Test
    void secondAnswer_isToldWhoGaveTheFirst() {
        Alert alert = shiftedFromTenToFortyMillis();
        world.desk.shifts().keep(word(alert));

        assertThatExceptionOfType(ShiftRefusedException.class)
                .isThrownBy(() -> world.desk.shifts().accept(new Word(alert.id(), null, "bob", null)))
                .withMessageContaining("answered by ada")
                .extracting(ShiftRefusedException::refusal)
                .isEqualTo(Refusal.ANSWERED_BEFORE);
    }

    @Test
    void answer_toAnAlertThatDoesNotExist_isRefused() {
        assertThatExceptionOfType(ShiftRefusedException.class)
                .isThrownBy(() -> world.desk.shifts().keep(new Word(4_711, null, ADA, null)))
                .extracting(ShiftRefusedException::refusal)
                .isEqualTo(Refusal.UNKNOWN_ALERT);
    }

    /** Three days at each level, twenty times an hour; since the shift, an alert is seen each time. */
    private Alert shiftedFromTenToFortyMillis() {
        for (int hour = 1; hour <= 72; hour++) {
            world.ran(COMMIT, Duration.ofMillis(10), 20, SHIFT.minus(Duration.ofHours(hour)));
        }
        world.desk.baselines().calculate(COMMIT, BaselinePolicy.DEFAULT.withMultiplier(3), ADA);
        for (int hour = 0; hour < 72; hour++) {
            world.ran(
                    COMMIT,
                    Duration.ofMillis(40),
                    20,
                    SHIFT.plus(Duration.ofHours(hour)).plusSeconds(60));
        }
        return world.slow(COMMIT, SHIFT.plusSeconds(61), NOON, 72 * 20);
    }

    private static Word word(Alert alert) {
        return new Word(alert.id(), null, ADA, "new disks");
    }
}
