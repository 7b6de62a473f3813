package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.detect.Findings.Outcome;
import io.tidemark.domain.anomaly.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came of looking.
 *
 * @param at when
 * @param scan at what
 * @param operations what became of each operation, in alphabetical order
 */
public record DetectionReport(Instant at, Scan scan, List<Examined> operations) {
    public DetectionReport {
        requireNonNull(at, "at");
        requireNonNull(scan, "scan");
        operations = List.copyOf(operations);
    }

    /** In one line, for the log of jobs. */
    public String summary() {
        return "%d operations: %d alerted, %d otherwise out of the ordinary, %d failed"
                .formatted(
                        operations.size(),
                        count(findings -> findings.outcome() == Outcome.ALERTED),
                        count(findings -> findings.outcome() != Outcome.ALERTED
                                && findings.decision().kind() != Kind.NORMAL),
                        operations.size() - count(findings -> true));
    }

    private long count(Predicate<Findings> wanted) {
        return operations.stream()
                .filter(examined -> examined instanceof Findings findings && wanted.test(findings))
                .count();
    }
}
