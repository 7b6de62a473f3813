package io.tidemark.application.detect;

import static io.tidemark.application.port.StorageFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.detect.Findings.Outcome;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.anomaly.NoVerdict;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(NOW);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Tidemark tidemark =
            Tidemark.over(storage, TidemarkSettings.defaults(), new Clocks(clock, System::nanoTime));
    private final Detection detection = tidemark.analysis().detection();

    @AfterEach
    void close() {
        tidemark.close();
        storage.close();
    }

    @Test
    void run_ofAQuietOperationFindsItNormal() {
        append("commit", Duration.ofDays(6), 50_000, new Random(4));

        Findings found = run("commit");

        assertThat(found.decision().kind()).isEqualTo(Kind.NORMAL);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void run_listsASingleSpikeAndTellsNobody() {
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofHours(2));

        Findings found = run("commit");

        assertThat(found.decision().kind()).isEqualTo(Kind.SINGLE_SPIKE);
        assertThat(found.decision().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.outcome()).isEqualTo(Outcome.LISTED);
        assertThat(found.anomalies().found().get(0).anomaly().timing().durationMicros())
                .isEqualTo(900_000);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void run_tellsOnceOfTheThirdSpikeWithinAnHour() {
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofMinutes(90), Duration.ofMinutes(80), Duration.ofMinutes(70));

        assertThat(run("commit").outcome()).isEqualTo(Outcome.ALERTED);
        assertThat(run("commit").outcome()).isEqualTo(Outcome.TOLD_BEFORE);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint().type()).isEqualTo(AlertType.ANOMALY);
            assertThat(alert.recurrence().occurrences()).isOne();
            assertThat(alert.evidence().why()).extracting(Why::test).isEqualTo(Why.Test.ROBUST_Z);
        });
    }

    @Test
    void run_leavesASpikeThatBreaksTheBaselineToTheAlertAboutThat() {
        quiet("commit", A_DAY);
        tidemark.calculateBaseline("commit");
        slow("commit", 900_000, Duration.ofMinutes(90), Duration.ofMinutes(80), Duration.ofMinutes(70));

        Findings found = run("commit");

        assertThat(found.outcome()).isEqualTo(Outcome.TOLD_BY_THRESHOLD);
        assertThat(found.anomalies().baselineP99Micros()).isNotNull();
        assertThat(alerts()).noneMatch(alert -> alert.fingerprint().type() == AlertType.ANOMALY);
    }

    @Test
    void run_tellsOfAMajorDegradation() {
        quiet("commit", Duration.ofDays(6));
        append("commit", Duration.ofDays(3), 90_000, new Random(2));

        Findings found = run("commit");

        assertThat(found.decision().kind()).isIn(Kind.MAJOR_DEGRADATION, Kind.COMBINED);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint().type()).isEqualTo(AlertType.DEGRADATION);
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.evidence().why()).extracting(Why::test).isEqualTo(Why.Test.DEGRADATION);
        });
    }

    @Test
    void run_tellsOfWhatSomebodyAskedToBeToldOf() {
        storage.detectionRules().set(new OperationRule("commit", Cutoffs.DEFAULT, Set.of(Kind.SINGLE_SPIKE)), ADA);
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofHours(2));

        assertThat(run("commit").outcome()).isEqualTo(Outcome.ALERTED);
    }

    @Test
    void run_goesByTheThresholdsOfTheOperation() {
        storage.detectionRules().set(new OperationRule("commit", new Cutoffs(50, 60), Set.of()), ADA);
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofHours(2));

        assertThat(run("commit").anomalies().found()).isEmpty();
    }

    @Test
    void run_isQuietAboutWhatSomebodyExpects() {
        TimeRange time = TimeRange.endingAt(NOW, Duration.ofHours(3));
        storage.expectations().expect(new ExpectedDeviation("commit", time, null, "ada", "The disks are moved."));
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofMinutes(90), Duration.ofMinutes(80), Duration.ofMinutes(70));

        Findings found = run("commit");

        assertThat(found.outcome()).isEqualTo(Outcome.EXPECTED);
        assertThat(found.anomalies().found())
                .filteredOn(one -> one.anomaly().timing().durationMicros() == 900_000)
                .allMatch(one -> one.expected() != null)
                .hasSize(3);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void run_saysWhyItCannotJudge() {
        slow("commit", 900_000, Duration.ofMinutes(3), Duration.ofMinutes(2));

        Findings found = run("commit");

        assertThat(found.anomalies().standard()).isEqualTo(new NoVerdict(NoVerdict.Reason.TOO_FEW_SAMPLES, 2));
        assertThat(found.degradation()).isEqualTo(new NoVerdict(NoVerdict.Reason.TOO_FEW_SAMPLES, 0));
    }

    @Test
    void run_leavesOutWhatIsNotTracked() {
        storage.operations().track("commit", false, ADA);
        quiet("commit", A_DAY);

        assertThat(detection.run(detection.usual()).operations())
                .extracting(Examined::operation)
                .hasSize(32)
                .doesNotContain("commit");
    }

    @Test
    void run_ofAnUntrackedOperationTellsNobody() {
        storage.operations().track("commit", false, ADA);
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofMinutes(90), Duration.ofMinutes(80), Duration.ofMinutes(70));

        assertThat(run("commit").outcome()).isEqualTo(Outcome.LISTED);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void look_raisesNothing() {
        quiet("commit", A_DAY);
        slow("commit", 900_000, Duration.ofMinutes(90), Duration.ofMinutes(80), Duration.ofMinutes(70));

        DetectionReport report =
                detection.look(detection.usual().ofOperation("commit").by(Method.CLASSIC));

        assertThat(report.summary()).isEqualTo("1 operations: 0 alerted, 1 otherwise out of the ordinary, 0 failed");
        assertThat(alerts()).isEmpty();
    }

    private Findings run(String operation) {
        DetectionReport report = detection.run(detection.usual().ofOperation(operation));
        return (Findings) report.operations().get(0);
    }

    private List<Alert> alerts() {
        return storage.alertReader().latest(Which.ALL, 10).stream()
                .map(AlertReport::alert)
                .toList();
    }

    /** One a minute, around 50 ms. */
    private void quiet(String operation, Duration before) {
        append(operation, before, 50_000, new Random(1));
    }

    private void append(String operation, Duration before, long median, Random random) {
        List<Timing> timings = new ArrayList<>();
        for (Instant end = NOW.minus(before); end.isBefore(NOW.minusSeconds(60)); end = end.plusSeconds(60)) {
            timings.add(timing(operation, Math.round(median * Math.exp(0.2 * random.nextGaussian())), end));
        }
        storage.timings().append(timings);
    }

    private void slow(String operation, long micros, Duration... before) {
        for (Duration ago : before) {
            storage.timings().append(List.of(timing(operation, micros, NOW.minus(ago))));
        }
    }

    private static Timing timing(String operation, long micros, Instant end) {
        return new Timing(operation, micros, end, Context.of("ada"));
    }
}
