package io.tidemark.domain.alert;

import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.AlertFixture.anOpenAlert;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RepeatPolicyTest {
    private static final RepeatPolicy HOURLY = new RepeatPolicy(Duration.ofHours(1));

    private final Alert before = anOpenAlert(Severity.WARNING).told(NOON);
    private final Alert same = before.seenAgain(aSighting(Severity.WARNING, 3));
    private final Alert worse = before.seenAgain(aSighting(Severity.CRITICAL, 9));

    @Test
    void quiet_withinTheInterval() {
        assertThat(HOURLY.quiet(before, same, NOON.plusSeconds(3_599))).contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_notFromTheIntervalOn() {
        assertThat(HOURLY.quiet(before, same, NOON.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void quiet_notWhenItGetsWorse() {
        assertThat(HOURLY.quiet(before, worse, NOON)).isEmpty();
    }

    @Test
    void quiet_whenItOnlyGetsBetter() {
        assertThat(HOURLY.quiet(worse, worse.seenAgain(aSighting(Severity.WARNING, 3)), NOON))
                .contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_countsFromWhenSomebodyWasLastTold() {
        Alert told = before.told(NOON.plusSeconds(3_000));
        assertThat(HOURLY.quiet(told, told, NOON.plusSeconds(3_600))).contains(QuietReason.REPEATED_WITHIN_INTERVAL);
    }

    @Test
    void quiet_notWhileNobodyWasTold() {
        Alert untold = anOpenAlert(Severity.WARNING);
        assertThat(HOURLY.quiet(untold, untold.seenAgain(aSighting(Severity.WARNING, 3)), NOON))
                .isEmpty();
    }

    @Test
    void quiet_neverWithoutAnInterval() {
        assertThat(new RepeatPolicy(Duration.ZERO).quiet(before, same, NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEGRADATION", "BASELINE_APPROVAL"})
    void quiet_forAsLongAsItTakes_whenSomebodyIsToAnswer(AlertType type) {
        Sighting first = sighting(type, Severity.WARNING);
        Alert told = Alert.raise(1, first).told(NOON);

        assertThat(HOURLY.quiet(told, told.seenAgain(first), NOON.plus(Duration.ofDays(30))))
                .contains(QuietReason.TOLD_BEFORE);
        assertThat(HOURLY.quiet(told, told.seenAgain(sighting(type, Severity.CRITICAL)), NOON))
                .isEmpty();
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
