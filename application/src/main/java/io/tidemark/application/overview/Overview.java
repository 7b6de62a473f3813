package io.tidemark.application.overview;

import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.RollupReader.Courses;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Shows the operations as they are now, beside what is normal. */
public final class Overview {
    private final RollupReader rollups;
    private final BaselineWatch baselines;

    public Overview(RollupReader rollups, BaselineWatch baselines) {
        this.rollups = rollups;
        this.baselines = baselines;
    }

    /**
     * Every operation with timings in the range, in alphabetical order.
     *
     * @param step whole minutes
     */
    public List<OperationOverview> operations(TimeRange range, Duration step) {
        return rollups.byOperation(range, step).entrySet().stream()
                .map(entry -> overview(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The durations of one operation, step by step: nothing for steps without timings. Costs nothing for the others.
     *
     * @param scope an operation, or one branch of it
     * @param step whole minutes
     */
    public SortedMap<Instant, Sketch> steps(Scope scope, TimeRange range, Duration step) {
        return rollups.steps(scope, range, step);
    }

    /**
     * The durations of one operation, step by step, and those of its branches with most timings: in one reading.
     *
     * @param step whole minutes
     * @param most how many branches
     */
    public Courses courses(String operation, TimeRange range, Duration step, int most) {
        return rollups.courses(operation, range, step, most);
    }

    /** What those durations come to, beside what is normal; empty when there are none. */
    public Optional<OperationOverview> operation(String operation, SortedMap<Instant, Sketch> steps) {
        return steps.isEmpty() ? Optional.empty() : Optional.of(overview(operation, steps));
    }

    /** What is normal for a scope: of its own, or else of its operation. */
    public Optional<ActiveBaseline> baseline(Scope scope) {
        return baselines.of(scope);
    }

    /**
     * One operation; empty when it has no timings in the range.
     *
     * @param step whole minutes
     */
    public Optional<OperationOverview> operation(String operation, TimeRange range, Duration step) {
        return operation(operation, steps(Scope.of(operation), range, step));
    }

    private OperationOverview overview(String operation, Map<Instant, Sketch> steps) {
        Sketch whole = new Sketch();
        steps.values().forEach(whole::merge);
        List<Point> points = steps.entrySet().stream()
                .map(step -> new Point(step.getKey(), step.getValue().distribution()))
                .toList();
        return new OperationOverview(
                operation,
                whole.distribution(),
                points,
                baselines.of(Scope.of(operation)).orElse(null));
    }
}
