package io.tidemark.bootstrap.console.baselines;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.Execution;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recalculation of one baseline.
 *
 * @param tone the name of its shape and colour
 * @param why what came of it, and why
 */
record ExecutionRow(
        Instant at,
        String time,
        String operation,
        @Nullable String branch,
        String tone,
        String outcome,
        String why,
        String took) {
    static ExecutionRow of(Execution execution, Instant now) {
        boolean isDone = execution.status() == Execution.Status.SUCCESS;
        String message = execution.result().message();
        String outcome = isDone
                ? execution.result().outcome().name()
                : execution.status().name();
        return new ExecutionRow(
                execution.start(),
                Wording.time(execution.start(), now),
                execution.scope().operation(),
                execution.scope().branch(),
                tone(execution),
                outcome.toLowerCase(Locale.ROOT).replace('_', ' '),
                execution.result().reason().text() + (message == null ? "" : ": " + message),
                Wording.duration(execution.duration().toNanos() / 1e3));
    }

    private static String tone(Execution execution) {
        if (execution.status() != Execution.Status.SUCCESS) {
            return "failed";
        }
        return switch (execution.result().outcome()) {
            case CREATED, UPDATED, UNCHANGED -> "delivered";
            case SKIPPED -> "unknown";
            case NEEDS_APPROVAL -> "warning";
        };
    }
}
