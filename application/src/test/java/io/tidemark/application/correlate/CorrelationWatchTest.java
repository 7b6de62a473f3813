package io.tidemark.application.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.DeskFixture;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.correlation.CorrelationSettings;
import io.tidemark.domain.correlation.WorkloadFixture;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CorrelationWatchTest {
    private static final int DAY = 1_440;
    private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");
    private static final String[] NAMES = {"operation 01", "operation 04", "operation 06", "operation 09"};

    private final SettableClock clock = new SettableClock(MIDNIGHT.plusSeconds(20));
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final AlertDesk desk = DeskFixture.over(storage, clock);

    @Test
    void run_raisesOneAlertWithItsMembersAndWhy() {
        String summary = watch(troubled(NAMES), storage.operationReader()).run();

        assertThat(summary).isEqualTo("66 pairs, 6 of them correlate; groups that degrade together: 1");
        Alert alert = onlyAlert();
        assertThat(alert.fingerprint()).isEqualTo(group("SHARED_RESOURCE_CONTENTION"));
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.evidence().members()).containsExactly(NAMES);
        assertThat(alert.evidence().figures().multiplier()).isBetween(1.6, 2.5);
        assertThat(alert.recurrence().firstSeen()).isEqualTo(MIDNIGHT);
        Why why = alert.evidence().why();
        assertThat(why).isNotNull();
        assertThat(why == null ? "" : why.text())
                .contains("Look at lock waits", "The correlation reached", "fires from 0.50 on");
    }

    @Test
    void run_namesTheBottleneckOfTheCategory() {
        OperationReader commits = () -> Stream.of(NAMES)
                .map(name -> new OperationType(name, Category.COMMIT, "", true))
                .toList();

        watch(troubled(NAMES), commits).run();

        assertThat(onlyAlert().fingerprint()).isEqualTo(group("OBJECT_STORAGE_IO"));
    }

    @Test
    void run_countsOnTheSameAlertWhenMembersAndBottleneckChange() {
        watch(troubled(NAMES), storage.operationReader()).run();
        OperationReader commits = () -> Stream.of(NAMES)
                .map(name -> new OperationType(name, Category.COMMIT, "", true))
                .toList();

        watch(troubled(NAMES[0], NAMES[2], NAMES[3]), commits).run();

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(2);
    }

    @Test
    void run_raisesAnotherAlertForOtherOperations() {
        watch(troubled(NAMES), storage.operationReader()).run();

        watch(troubled("operation 02", "operation 03"), storage.operationReader())
                .run();

        assertThat(alerts())
                .extracting(alert -> alert.fingerprint().subject())
                .containsExactlyInAnyOrder(
                        "SHARED_RESOURCE_CONTENTION", "SHARED_RESOURCE_CONTENTION with operation 02");
    }

    @Test
    void run_raisesAnAlertForEachOfTwoGroupsAtOnce() {
        WorkloadFixture both = new WorkloadFixture(3, 12, 14)
                .trouble(Set.of(NAMES[0], NAMES[1]), DAY - 300, DAY, 2.5)
                .trouble(Set.of(NAMES[2], NAMES[3]), DAY - 80, DAY, 2.5);

        watch(both, storage.operationReader()).run();

        assertThat(alerts()).hasSize(2);
    }

    @Test
    void run_leavesOutOperationsThatAreNotTracked() {
        OperationReader untracked = () -> List.of(OperationType.named(NAMES[0]).tracked(false));

        watch(troubled(NAMES), untracked).run();

        assertThat(onlyAlert().evidence().members()).containsExactly(NAMES[1], NAMES[2], NAMES[3]);
    }

    @Test
    void run_raisesNothingWhenAllIsWell() {
        watch(new WorkloadFixture(1, 12, 14), storage.operationReader()).run();

        assertThat(alerts()).isEmpty();
    }

    @Test
    void look_refusesToLookBackLongerThanMinutesAreKept() {
        Correlation correlation = correlation(troubled(NAMES), storage.operationReader());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> correlation.look(Duration.ofDays(15), CorrelationSettings.DEFAULT))
                .withMessage("window PT360H must be from PT1M to PT336H");
    }

    private static WorkloadFixture troubled(String... names) {
        return new WorkloadFixture(1, 12, 14).trouble(Set.of(names), DAY - 150, DAY, 2);
    }

    private CorrelationWatch watch(WorkloadFixture workload, OperationReader operations) {
        return new CorrelationWatch(
                correlation(workload, operations), storage.alertReader(), desk, CorrelationSettings.DEFAULT);
    }

    private Correlation correlation(WorkloadFixture workload, OperationReader operations) {
        SortedMap<String, Series> hours = new TreeMap<>(workload.hours());
        SeriesReader series = (range, step) -> step.equals(Duration.ofMinutes(1)) ? workload.minutes() : hours;
        return new Correlation(series, operations, storage.bottlenecks(), clock);
    }

    private List<Alert> alerts() {
        return storage.alertReader().latest(Which.ALL, 10).stream()
                .map(AlertReport::alert)
                .toList();
    }

    private Alert onlyAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private static Fingerprint group(String bottleneck) {
        return new Fingerprint(AlertType.CORRELATED_DEGRADATION, bottleneck, null);
    }
}
