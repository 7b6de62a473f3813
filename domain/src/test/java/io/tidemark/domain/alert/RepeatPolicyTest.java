package io.tidemark.domain.alert;

import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RepeatPolicyTest {
    private static final RepeatPolicy HOURLY = new RepeatPolicy(Duration.ofHours(1));

    private final Alert before = toldAt(NOON, anOpenAlert(Severity.WARNING));
    private final Alert same = before.seenAgain(aSighting(Severity.WARNING, 3));
    private final Alert worse = before.seenAgain(aSighting(Severity.CRITICAL, 9));

    @Test
    void quiet_withinTheInterval() {
        assertThat(HOURLY.quiet(same, NOON.plusSeconds(3_599)))
                .map(Quiet::reason)
                .contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_notFromTheIntervalOn() {
        assertThat(HOURLY.quiet(same, NOON.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void quiet_notWhenItGetsWorse() {
        assertThat(HOURLY.quiet(worse, NOON)).isEmpty();
    }

    @Test
    void quiet_whenItOnlyGetsBetter() {
        assertThat(HOURLY.quiet(toldAt(NOON, worse).seenAgain(aSighting(Severity.WARNING, 3)), NOON))
                .map(Quiet::reason)
                .contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_countsFromWhenSomebodyWasLastTold() {
        Alert told = toldAt(NOON.plusSeconds(3_000), before);
        assertThat(HOURLY.quiet(told, NOON.plusSeconds(3_600)))
                .map(Quiet::reason)
                .contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_notWhileNobodyWasTold() {
        Alert untold = anOpenAlert(Severity.WARNING);
        assertThat(HOURLY.quiet(untold.seenAgain(aSighting(Severity.WARNING, 3)), NOON))
                .isEmpty();
    }

    @Test
    void quiet_neverWithoutAnInterval() {
        assertThat(new RepeatPolicy(Duration.ZERO).quiet(same, NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEGRADATION", "BASELINE_APPROVAL"})
    void quiet_forAsLongAsItTakes_whenSomebodyIsToAnswer(AlertType type) {
        Sighting first = sighting(type, Severity.WARNING);
        Alert told = toldAt(NOON, Alert.raise(1, first));

        assertThat(HOURLY.quiet(told.seenAgain(first), NOON.plus(Duration.ofDays(30))))
                .map(Quiet::reason)
                .contains(QuietReason.TOLD_BEFORE);
        assertThat(HOURLY.quiet(told.seenAgain(sighting(type, Severity.CRITICAL)), NOON))
                .isEmpty();
    }

    @Test
    void quiet_saysWhenItIsToldAgain() {
        assertThat(HOURLY.quiet(same, NOON))
                .contains(new Quiet(QuietReason.REPEATED_WITHIN_INTERVAL, "", NOON.plusSeconds(3_600)));
    }

    @Test
    void quiet_whileSomebodyHasTakenItOn() {
        Instant until = NOON.plus(Duration.ofDays(2));
        Alert taken = before.acknowledge(new Acknowledged("ben", NOON, null, until));

        assertThat(HOURLY.quiet(taken.seenAgain(aSighting(Severity.WARNING, 3)), NOON.plus(Duration.ofDays(1))))
                .contains(new Quiet(QuietReason.ACKNOWLEDGED, "ben", until));
    }

    @Test
    void quiet_whileSomebodyHasTakenItOn_alsoWhenNobodyWasTold() {
        Alert taken = anOpenAlert().acknowledge("ben", NOON, null);

        assertThat(HOURLY.quiet(taken, NOON)).map(Quiet::reason).contains(QuietReason.ACKNOWLEDGED);
    }

    @Test
    void quiet_notWhenItGetsWorseThanWhoTookItOnWasTold() {
        Alert taken = before.acknowledge("ben", NOON, null);

        assertThat(HOURLY.quiet(taken.seenAgain(aSighting(Severity.CRITICAL, 9)), NOON))
                .isEmpty();
    }

    @Test
    void quiet_notWhenTheAcknowledgementHasExpired() {
        Alert taken = before.acknowledge(new Acknowledged("ben", NOON, null, NOON.plusSeconds(60)))
                .told(Telling.Kind.ACKNOWLEDGED, NOON, List.of());

        assertThat(HOURLY.quiet(taken.reopenIfExpired(NOON.plusSeconds(59)), NOON))
                .isPresent();
        assertThat(HOURLY.quiet(taken.reopenIfExpired(NOON.plusSeconds(60)), NOON))
                .isEmpty();
    }

    private static Alert toldAt(Instant at, Alert alert) {
        return alert.told(Telling.Kind.FIRING, at, List.of());
    }

    private static Sighting sighting(AlertType type, Severity severity) {
        return new Sighting(new Fingerprint(type, "commit", null), severity, AlertFixture.evidence(3), NOON);
    }

    @Test
    void policy_refusesANegativeInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatPolicy(Duration.ofSeconds(-1)))
                .withMessage("interval PT-1S must not be negative");
    }
}
