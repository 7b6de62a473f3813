package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.change.History;
import io.tidemark.application.change.LevelShifts;
import io.tidemark.application.change.View;
import io.tidemark.application.port.OperationReader;
import io.tidemark.domain.change.ChangePoint;
import io.tidemark.domain.change.ChangeSettings;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the level of an operation shifted. */
final class ChangePointsApi {
    private static final int DEFAULT_DAYS = 28;
    private static final int MAX_DAYS = 400;
    private static final int MAX_WINDOW = 1_000;
    private static final double MAX_MAGNITUDE = 1_000;

    private final LevelShifts shifts;
    private final OperationReader operations;
    private final Clock clock;

    ChangePointsApi(LevelShifts shifts, OperationReader operations, Clock clock) {
        this.shifts = shifts;
        this.operations = operations;
        this.clock = clock;
    }

    private enum Step {
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Step(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    private enum Percentile {
        P50(0.5),
        P99(0.99);

        private final double share;

        Percentile(double share) {
            this.share = share;
        }
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/change-points", this::show);
    }

    private void show(Context ctx) {
        Query query = Query.of(ctx, "operation", "days", "step", "percentile", "window", "maxP", "minMagnitude");
        String operation = known(query.text("operation"));
        History history = shifts.history(operation, view(query));
        ctx.json(new Answer(
                operation,
                history.calm().start(),
                history.calm().step().toSeconds(),
                Arrays.stream(history.calm().values())
                        .<@Nullable Double>mapToObj(value -> Double.isNaN(value) ? null : (Double) value)
                        .toList(),
                history.points().stream().map(point -> Point.of(point, history)).toList(),
                shifts.standing(operation, clock.instant())
                        .map(standing -> Standing.of(standing.shift()))
                        .orElse(null)));
    }

    private String known(@Nullable String operation) {
        if (operation == null) {
            throw ProblemException.badRequest("operation is missing: name the operation to look at");
        }
        if (operations.all().stream().noneMatch(known -> known.name().equals(operation))) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "there is no operation '%s': /api/v1/catalogue lists them".formatted(operation));
        }
        return operation;
    }

    private View view(Query query) {
        ChronoUnit unit = query.choice("step", List.of(Step.values())).unit;
        Instant end = clock.instant().truncatedTo(unit);
        Duration length = Duration.ofDays(query.number("days", DEFAULT_DAYS, MAX_DAYS));
        double percentile = query.choice("percentile", List.of(Percentile.values())).share;
        return new View(TimeRange.endingAt(end, length), unit.getDuration(), percentile, settings(query));
    }

    private static ChangeSettings settings(Query query) {
        ChangeSettings usual = ChangeSettings.DEFAULT;
        int window = query.number("window", usual.window(), MAX_WINDOW);
        double maxP = query.decimal("maxP", usual.maxP(), 0, 1);
        double minMagnitude = query.decimal("minMagnitude", usual.minMagnitude(), 0, MAX_MAGNITUDE);
        try {
            return new ChangeSettings(window, maxP, minMagnitude);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** @param valuesMicros one for each step, without the rhythm of day and week; null where nothing was seen */
    record Answer(
            String operation,
            Instant from,
            long stepSeconds,
            List<@Nullable Double> valuesMicros,
            List<Point> changePoints,
            @Nullable Standing standing) {}

    record Point(int index, Instant at, double beforeMicros, double afterMicros, double relativeChange, double pValue) {
        static Point of(ChangePoint point, History history) {
            return new Point(
                    point.index(),
                    history.calm().instant(point.index()),
                    point.before().mean(),
                    point.after().mean(),
                    point.relativeChange(),
                    point.pValue());
        }
    }

    /** The shift for the worse that stands, by the rule for alerts. */
    record Standing(Instant since, double beforeMicros, double afterMicros, double percent, String severity) {
        static Standing of(LevelShift shift) {
            return new Standing(
                    shift.since(),
                    shift.before().mean(),
                    shift.after().mean(),
                    shift.percent(),
                    shift.severity().name());
        }
    }
}
