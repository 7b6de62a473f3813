package io.tidemark.application.alert;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Raises an alert about a job that fails, takes too long, or whose process did not come back; ends it when it succeeds. */
public final class JobAlerts implements Consumer<JobRun> {
    private final AlertDesk desk;
    private final BooleanSupplier closed;

    /** @param closed whether the process ends: what that cuts short runs again elsewhere, and is no failure */
    public JobAlerts(AlertDesk desk, BooleanSupplier closed) {
        this.desk = desk;
        this.closed = closed;
    }

    /**
     * Hears of a run.
     *
     * @throws io.tidemark.application.port.StorageException when no alert could be raised or ended; the next run does that
     */
    @Override
    public void accept(JobRun run) {
        Fingerprint condition = new Fingerprint(AlertType.SYSTEM, "job " + run.job(), null);
        if (run.outcome() == Outcome.SUCCESS) {
            var unused = desk.over(condition, null);
        } else if (!closed.getAsBoolean()) {
            desk.see(List.of(new Sighting(condition, Severity.WARNING, evidence(run), run.ended())));
        }
    }

    private static Evidence evidence(JobRun run) {
        String detail = run.detail().length() <= Metadata.LONGEST
                ? run.detail()
                : run.detail().substring(0, Metadata.LONGEST - 1) + "…";
        return new Evidence(Figures.NONE, null, "", null, List.of())
                .withMetadata(Map.of("outcome", run.outcome().name(), AlertWording.DETAIL, detail));
    }
}
