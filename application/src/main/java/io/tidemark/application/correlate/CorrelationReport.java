package io.tidemark.application.correlate;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.correlation.Advice;
import io.tidemark.domain.correlation.Group;
import io.tidemark.domain.correlation.Link;
import io.tidemark.domain.correlation.Standing;
import io.tidemark.domain.correlation.Tested;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;

/**
 * Which operations move together.
 *
 * @param range the time that was looked at; its end is when it was
 * @param pairs those that correlate, the strongest first
 * @param troubles operations that degrade together, the largest group first
 * @param tested what became of all pairs
 */
public record CorrelationReport(TimeRange range, List<Pair> pairs, List<Trouble> troubles, Tested tested) {
    public CorrelationReport {
        requireNonNull(range, "range");
        requireNonNull(tested, "tested");
        pairs = List.copyOf(pairs);
        troubles = List.copyOf(troubles);
    }

    /**
     * Two operations that correlate.
     *
     * @param link which, and how strongly
     * @param bothDegrading whether both take longer than normal of late
     * @param advice what they are likely to share
     */
    public record Pair(Link link, boolean bothDegrading, Advice advice) {}

    /**
     * Operations that degrade together.
     *
     * @param group which
     * @param worst how the worst of them does
     * @param advice what they are likely to share
     */
    public record Trouble(Group group, Standing worst, Advice advice) {
        public Severity severity() {
            return group.severity(worst);
        }
    }
}
