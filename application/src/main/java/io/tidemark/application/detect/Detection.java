package io.tidemark.application.detect;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.baseline.AnsweredShifts;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.operation.OperationType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether timings of the last hours do not fit, and whether operations got slower over the last days; decides by
 * {@link io.tidemark.domain.anomaly.Decision the table} what both come to, and raises alerts about that.
 *
 * <p>A timing that breaks the threshold of its baseline raised an alert when it was recorded. When it is an outlier as well,
 * it is listed here with its score, and raises no second alert: there would be two about one timing, each with its own
 * messages, to acknowledge one by one. Where the operation got slower as well, that is another thing to know, and is told.
 */
public final class Detection {
    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);

    private final Storage storage;
    private final DetectionSettings settings;
    private final AlertDesk desk;
    private final Clock clock;

    public Detection(Storage storage, DetectionSettings settings, AlertDesk desk, Clock clock) {
        this.storage = storage;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** All tracked operations, as the settings say: to start from when something else is to be looked at. */
    public Scan usual() {
        return new Scan(null, settings.windows(), settings.anomalies().method());
    }

    /**
     * Looks, and raises no alert.
     *
     * @throws io.tidemark.application.port.StorageException when the storage is away before any operation was looked at
     */
    public DetectionReport look(Scan scan) {
        Instant now = clock.instant();
        Examiner examiner = new Examiner(storage, settings, scan, now);
        return each(scan, now, operation -> examiner.examine(operation.name()).findings());
    }

    /**
     * The timings of one operation in the last hours that do not fit; says nothing of whether it got slower.
     *
     * @param hours how many, up to {@value Windows#MOST_HOURS}
     * @throws io.tidemark.application.port.StorageException when the storage is away
     */
    public Anomalies anomalies(String operation, int hours) {
        Scan scan = usual().over(new Windows(hours, settings.windows().days()));
        return new Examiner(storage, settings, scan, clock.instant()).anomalies(operation);
    }

    /**
     * Looks, and raises alerts about operations that are tracked. One operation's failure does not keep the others from being looked at.
     *
     * @throws io.tidemark.application.port.StorageException when the storage is away before any operation was looked at
     */
    public DetectionReport run(Scan scan) {
        Instant now = clock.instant();
        Examiner examiner = new Examiner(storage, settings, scan, now);
        Alarm alarm = new Alarm(desk, storage.alertReader(), new AnsweredShifts(storage.exclusions()));
        return each(scan, now, operation -> {
            Examination examination = examiner.examine(operation.name());
            return operation.tracked() ? alarm.raise(examination) : examination.findings();
        });
    }

    private DetectionReport each(Scan scan, Instant now, Function<OperationType, Findings> work) {
        return new DetectionReport(
                now,
                scan,
                operations(scan).stream()
                        .map(operation -> examined(operation, work))
                        .toList());
    }

    private static Examined examined(OperationType operation, Function<OperationType, Findings> work) {
        try {
            return work.apply(operation);
        } catch (RuntimeException e) {
            LOG.error("Operation '{}' could not be looked at; the others are", operation.name(), e);
            return new Unexamined(operation.name(), String.valueOf(e.getMessage()));
        }
    }

    private List<OperationType> operations(Scan scan) {
        String one = scan.operation();
        return storage.operationReader().all().stream()
                .filter(operation ->
                        one == null ? operation.tracked() : operation.name().equals(one))
                .toList();
    }
}
