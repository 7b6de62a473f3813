package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.detect.Detection;
import io.tidemark.application.detect.DetectionReport;
import io.tidemark.application.detect.Scan;
import io.tidemark.application.detect.Windows;
import io.tidemark.application.port.OperationReader;
import io.tidemark.bootstrap.http.DetectionJson.AnomaliesJson;
import io.tidemark.bootstrap.http.DetectionJson.DegradationsJson;
import io.tidemark.bootstrap.http.DetectionJson.DetectionsJson;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.anomaly.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for anomalies and degradation: reading raises no alerts, running does. */
final class DetectionApi {
    private static final String UNKNOWN = "There is no such operation.";
    private static final Parameter<@Nullable String> OPERATION =
            Parameter.text("operation", "Look at this one; at all without one.");

    private final Detection detection;
    private final Parameter<Integer> hours;
    private final Parameter<Integer> days;
    private final Parameter<Method> method;
    private final OperationReader operations;
    private final Json json;

    DetectionApi(Tidemark tidemark, Json json) {
        this.detection = tidemark.analysis().detection();
        this.operations = tidemark.operations();
        this.json = json;
        Windows usual = detection.usual().windows();
        this.hours = Parameter.number("hours", "How far back.", usual.hours(), Windows.MOST_HOURS);
        this.days = Parameter.number("days", "How far back.", usual.days(), Windows.MOST_DAYS);
        this.method = Parameter.choice("method", "How it is told what does not fit.", methods());
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/anomalies")
                        .says("Lists timings that do not fit; raises no alerts.")
                        .query(OPERATION, hours, method)
                        .answers(AnomaliesJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::anomalies);
        calls.add(
                Call.get("/api/v1/degradations")
                        .says("Tells which operations got slower; raises no alerts.")
                        .query(OPERATION, days)
                        .answers(DegradationsJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::degradations);
        calls.add(
                Call.post("/api/v1/detections")
                        .says("Looks at operations now, and raises alerts of what it finds.")
                        .takes(Wanted.class)
                        .answers(DetectionsJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::run);
    }

    private void anomalies(Context ctx) {
        Query query = Query.of(ctx);
        Windows windows =
                new Windows(query.get(hours), detection.usual().windows().days());
        ctx.json(AnomaliesJson.of(look(query, windows, query.get(method))));
    }

    private void degradations(Context ctx) {
        Query query = Query.of(ctx);
        int back = query.get(days);
        Windows windows = ProblemException.checked(
                () -> new Windows(detection.usual().windows().hours(), back));
        ctx.json(DegradationsJson.of(look(query, windows, detection.usual().method())));
    }

    private void run(Context ctx) {
        Scan scan = ProblemException.checked(() -> json.read(ctx, Wanted.class).scan(detection.usual()));
        ctx.json(DetectionsJson.of(detection.run(known(scan))));
    }

    private DetectionReport look(Query query, Windows windows, Method how) {
        return detection.look(known(new Scan(query.get(OPERATION), windows, how)));
    }

    private Scan known(Scan scan) {
        String wanted = scan.operation();
        if (wanted != null
                && operations.all().stream().noneMatch(one -> one.name().equals(wanted))) {
            throw ProblemException.notFound(
                    "there is no operation '%s': it becomes known with its first timing".formatted(wanted));
        }
        return scan;
    }

    /** The usual one first. */
    private List<Method> methods() {
        Method usual = detection.usual().method();
        return Stream.of(Method.values())
                .sorted((one, other) -> Boolean.compare(other == usual, one == usual))
                .toList();
    }

    /** What is to be looked at; what is left out is as the settings say. */
    record Wanted(
            @Nullable String operation,
            @Nullable Integer hours,
            @Nullable Integer days,
            @Nullable String method) {

        Scan scan(Scan usual) {
            Windows windows = new Windows(
                    requireNonNullElse(hours, usual.windows().hours()),
                    requireNonNullElse(days, usual.windows().days()));
            return new Scan(operation, windows, method == null ? usual.method() : method(method));
        }

        private static Method method(String word) {
            return Stream.of(Method.values())
                    .filter(method -> method.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("method '%s' must be robust or classic".formatted(word)));
        }
    }
}
