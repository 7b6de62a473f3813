package io.tidemark.domain.baseline;

import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Recurrence;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Telling;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.LeftOut.Stretch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IncidentsTest {
    private static final Scope COMMIT = Scope.of("commit");
    private static final Scope ON_MAIN = new Scope("commit", "main");
    private static final Instant WEEK_AGO = NOON.minus(Duration.ofDays(7));
    private static final Remark BY_ANNA = new Remark(ANNA, NOON, "load test");

    @Test
    void alert_leavesOutFromShortlyBeforeToShortlyAfter_andTheTimingThatWasSlow() {
        Alert alert = alert(AlertType.THRESHOLD_EXCEEDED, COMMIT, WEEK_AGO, WEEK_AGO.plusSeconds(600), 3);

        assertThat(leftOut(COMMIT, alert))
                .containsExactly(new TimeRange(WEEK_AGO.minusSeconds(300 + 120), WEEK_AGO.plusSeconds(600 + 300)));
    }

    @Test
    void alertThatIsLookedForEverySixHours_leavesOutSoMuchMore() {
        Alert alert = alert(AlertType.DEGRADATION, COMMIT, WEEK_AGO, WEEK_AGO, 1);

        assertThat(leftOut(COMMIT, alert))
                .containsExactly(
                        new TimeRange(WEEK_AGO.minus(Duration.ofHours(6)), WEEK_AGO.plus(Duration.ofHours(6))));
    }

    @Test
    void alertThatLastsForAWeek_isOneIncident() {
        Alert alert = alert(AlertType.ANOMALY, COMMIT, WEEK_AGO, NOON, 7 * 24);

        assertThat(leftOut(COMMIT, alert))
                .containsExactly(new TimeRange(WEEK_AGO.minusSeconds(300), NOON.plusSeconds(300)));
    }

    @Test
    void alertThatIsSeenRarely_leavesOutItsFirstAndItsLastSighting() {
        Alert alert = alert(AlertType.ANOMALY, COMMIT, WEEK_AGO, NOON, 7 * 24 - 1);

        assertThat(leftOut(COMMIT, alert))
                .containsExactly(
                        new TimeRange(WEEK_AGO.minusSeconds(300), WEEK_AGO.plusSeconds(300)),
                        new TimeRange(NOON.minusSeconds(300), NOON.plusSeconds(300)));
    }

    @Test
    void alertOfABranch_concernsTheWhole_andNoOtherBranch() {
        Alert alert = alert(AlertType.ANOMALY, ON_MAIN, WEEK_AGO, WEEK_AGO, 1);

        assertThat(leftOut(ON_MAIN, alert)).hasSize(1);
        assertThat(leftOut(COMMIT, alert)).hasSize(1);
        assertThat(leftOut(new Scope("commit", "dev"), alert)).isEmpty();
        assertThat(leftOut(Scope.of("merge"), alert)).isEmpty();
    }

    @Test
    void alertAboutSeveralOperations_concernsEachOfThem() {
        Evidence evidence = new Evidence(Figures.of(2, 1), null, "", null, List.of("commit", "merge"));
        Alert alert = new Alert(
                1,
                new Fingerprint(AlertType.CORRELATED_DEGRADATION, "storage", null),
                Severity.WARNING,
                evidence,
                new Recurrence(1, WEEK_AGO, WEEK_AGO, List.of()),
                new AlertState.Open(),
                Telling.NOTHING);

        assertThat(leftOut(COMMIT, alert)).hasSize(1);
        assertThat(leftOut(Scope.of("rollback"), alert)).isEmpty();
    }

    @Test
    void alertThatSaysNothingAboutTimings_leavesOutNothing() {
        assertThat(leftOut(COMMIT, alert(AlertType.BASELINE_APPROVAL, COMMIT, WEEK_AGO, NOON, 1_000)))
                .isEmpty();
    }

    @Test
    void exclusion_ofAnOperationAppliesToItsBranches_andOfEverythingToAll() {
        Incidents incidents = new Incidents(
                List.of(),
                List.of(
                        new Numbered(1, exclusion(COMMIT, WEEK_AGO, WEEK_AGO.plusSeconds(60), null)),
                        new Numbered(2, exclusion(null, NOON, NOON.plusSeconds(60), null)),
                        new Numbered(3, exclusion(ON_MAIN, NOON, NOON.plusSeconds(90), null))));

        assertThat(incidents.of(ON_MAIN, NOON).stretches()).hasSize(3);
        assertThat(incidents.of(COMMIT, NOON).stretches())
                .extracting(Stretch::because)
                .containsExactly("exclusion 1: load test", "exclusion 2: load test");
        assertThat(incidents.of(Scope.of("merge"), NOON).stretches()).hasSize(1);
    }

    @Test
    void alertThatWasAnswered_leavesOutOnlyWhatTheAnswerSays() {
        Alert alert = alert(AlertType.ANOMALY, COMMIT, WEEK_AGO, NOON, 1_000);
        Exclusion accepted = exclusion(COMMIT, Instant.EPOCH, WEEK_AGO, alert.id());

        assertThat(new Incidents(List.of(alert), List.of(new Numbered(1, accepted)))
                        .of(COMMIT, NOON)
                        .stretches())
                .extracting(Stretch::range)
                .containsExactly(new TimeRange(Instant.EPOCH, WEEK_AGO));
    }

    @Test
    void answerWithoutAnEnd_lastsAsLongAsItsAlert() {
        Alert alert = alert(AlertType.ANOMALY, COMMIT, WEEK_AGO, NOON, 1_000);
        List<Numbered> kept = List.of(new Numbered(1, exclusion(COMMIT, WEEK_AGO, null, alert.id())));
        Instant resolved = WEEK_AGO.plus(Duration.ofDays(2));

        assertThat(new Incidents(List.of(alert), kept)
                        .of(COMMIT, NOON)
                        .stretches()
                        .get(0)
                        .range()
                        .to())
                .isAfter(NOON);
        assertThat(new Incidents(List.of(alert.resolve(resolved)), kept)
                        .of(COMMIT, NOON)
                        .stretches())
                .extracting(Stretch::range)
                .containsExactly(new TimeRange(WEEK_AGO, resolved));
        assertThat(new Incidents(List.of(), kept).of(COMMIT, NOON).stretches()).isEmpty();
    }

    private static List<TimeRange> leftOut(Scope scope, Alert alert) {
        return new Incidents(List.of(alert), List.of())
                .of(scope, NOON).stretches().stream().map(Stretch::range).toList();
    }

    /** The worst timing took two minutes. */
    private static Alert alert(AlertType type, Scope scope, Instant first, Instant last, long times) {
        return new Alert(
                7,
                new Fingerprint(type, scope.operation(), scope.branch()),
                Severity.WARNING,
                new Evidence(Figures.of(120_000_000, 1_000), 1L, ANNA, null, List.of()),
                new Recurrence(times, first, last, List.of()),
                new AlertState.Open(),
                Telling.NOTHING);
    }

    private static Exclusion exclusion(
            @Nullable Scope scope, Instant from, @Nullable Instant to, @Nullable Long alertId) {
        return new Exclusion(scope, from, to, BY_ANNA, alertId);
    }
}
