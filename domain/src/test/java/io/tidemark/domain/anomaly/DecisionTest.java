package io.tidemark.domain.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.Symptoms.Spike;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    @ParameterizedTest
    @CsvSource({
        "3.0, 20.0, COMBINED,              CRITICAL, ALERT",
        "9.0, 80.0, COMBINED,              CRITICAL, ALERT",
        "3.0, 19.9, SINGLE_SPIKE,          WARNING,  LISTED",
        "3.9,  0.0, SINGLE_SPIKE,          WARNING,  LISTED",
        "4.0,  0.0, SINGLE_SPIKE,          CRITICAL, LISTED",
        "0.0, 50.0, MAJOR_DEGRADATION,     CRITICAL, ALERT",
        "2.9, 49.9, SUSTAINED_DEGRADATION, WARNING,  LISTED",
        "0.0, 30.0, SUSTAINED_DEGRADATION, WARNING,  LISTED",
        "0.0, 29.9, MILD_DEGRADATION,      INFO,     LISTED",
        "0.0, 20.0, MILD_DEGRADATION,      INFO,     LISTED",
        "0.0, 19.9, NORMAL,                ,         LISTED",
        "0.0,-60.0, NORMAL,                ,         LISTED",
    })
    void decision_isThatOfTheTable(
            double score, double percent, Kind kind, Severity severity, Decision.Telling telling) {
        Decision decision = Decision.of(new Symptoms(score, Spike.SINGLE, percent), Cutoffs.DEFAULT, Set.of());

        assertThat(decision.kind()).isEqualTo(kind);
        assertThat(decision.severity()).isEqualTo(severity);
        assertThat(decision.telling()).isEqualTo(telling);
    }

    @Test
    void decision_aboutASpikeThatRepeatsAlerts() {
        assertThat(Decision.of(new Symptoms(3.5, Spike.REPEATS, 0), Cutoffs.DEFAULT, Set.of())
                        .alerts())
                .isTrue();
    }

    @Test
    void decision_aboutASpikeThatBreaksTheBaselineLeavesItToThatAlert() {
        Decision decision =
                Decision.of(new Symptoms(3.5, Spike.BREAKS_BASELINE, 0), Cutoffs.DEFAULT, Set.of(Kind.SINGLE_SPIKE));

        assertThat(decision.telling()).isEqualTo(Decision.Telling.TOLD_BY_THRESHOLD);
    }

    @ParameterizedTest
    @CsvSource({"3.5, 0, SINGLE_SPIKE", "0, 35, SUSTAINED_DEGRADATION", "0, 25, MILD_DEGRADATION"})
    void decision_alertsAboutWhatWasAskedFor(double score, double percent, Kind kind) {
        Symptoms symptoms = new Symptoms(score, Spike.SINGLE, percent);

        assertThat(Decision.of(symptoms, Cutoffs.DEFAULT, Set.of(kind)).alerts())
                .isTrue();
    }

    @Test
    void decision_goesByTheThresholdsOfTheOperation() {
        Decision decision = Decision.of(new Symptoms(5, Spike.SINGLE, 0), new Cutoffs(6, 8), Set.of());

        assertThat(decision.kind()).isEqualTo(Kind.NORMAL);
    }

    @Test
    void operationRule_refusesToAlertAboutWhatIsNormal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperationRule("commit", Cutoffs.DEFAULT, Set.of(Kind.NORMAL)))
                .withMessageContaining("SINGLE_SPIKE");
    }
}
