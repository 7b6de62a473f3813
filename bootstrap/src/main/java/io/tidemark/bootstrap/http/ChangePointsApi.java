package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.change.History;
import io.tidemark.application.change.LevelShifts;
import io.tidemark.application.change.View;
import io.tidemark.application.port.OperationReader;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
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
    private static final ChangeSettings USUAL = ChangeSettings.DEFAULT;
    private static final Parameter<String> OPERATION = Parameter.needed("operation", "The operation to look at.");
    private static final Parameter<Integer> DAYS = Parameter.number("days", "How far back.", 28, 400);
    private static final Parameter<Step> STEP =
            Parameter.choice("step", "How long each value is.", List.of(Step.values()));
    private static final Parameter<Percentile> PERCENTILE =
            Parameter.choice("percentile", "Which percentile of each step.", List.of(Percentile.values()));
    private static final Parameter<Integer> WINDOW =
            Parameter.number("window", "How many steps on each side are compared.", USUAL.window(), 1_000);
    private static final Parameter<Double> MAX_P =
            Parameter.decimal("maxP", "How likely chance may be at most.", USUAL.maxP(), 0, 1);
    private static final Parameter<Double> MIN_MAGNITUDE =
            Parameter.decimal("minMagnitude", "The least relative change.", USUAL.minMagnitude(), 0, 1_000);

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

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/change-points")
                        .says("Tells when the level of an operation shifted.")
                        .query(OPERATION, DAYS, STEP, PERCENTILE, WINDOW, MAX_P, MIN_MAGNITUDE)
                        .answers(Answer.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such operation."),
                this::show);
    }

    private void show(Context ctx) {
        Query query = Query.of(ctx);
        String operation = known(query.get(OPERATION));
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

    private String known(String operation) {
        if (operations.all().stream().noneMatch(known -> known.name().equals(operation))) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "there is no operation '%s': /api/v1/catalogue lists them".formatted(operation));
        }
        return operation;
    }

    private View view(Query query) {
        ChronoUnit unit = query.get(STEP).unit;
        Instant end = clock.instant().truncatedTo(unit);
        Duration length = Duration.ofDays(query.get(DAYS));
        double percentile = query.get(PERCENTILE).share;
        return new View(TimeRange.endingAt(end, length), unit.getDuration(), percentile, settings(query));
    }

    private static ChangeSettings settings(Query query) {
        return ProblemException.checked(
                () -> new ChangeSettings(query.get(WINDOW), query.get(MAX_P), query.get(MIN_MAGNITUDE)));
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
