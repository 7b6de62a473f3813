package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.Tidemark;
import io.tidemark.application.detect.Detection;
import io.tidemark.application.detect.DetectionReport;
import io.tidemark.application.detect.Scan;
import io.tidemark.application.detect.Windows;
import io.tidemark.application.port.OperationReader;
import io.tidemark.bootstrap.http.DetectionJson.AnomaliesJson;
import io.tidemark.bootstrap.http.DetectionJson.DegradationsJson;
import io.tidemark.bootstrap.http.DetectionJson.DetectionsJson;
import io.tidemark.domain.anomaly.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for anomalies and degradation: reading raises no alerts, running does. */
final class DetectionApi {
    private final Detection detection;
    private final OperationReader operations;
    private final Json json;

    DetectionApi(Tidemark tidemark, Json json) {
        this.detection = tidemark.analysis().detection();
        this.operations = tidemark.operations();
        this.json = json;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/anomalies", this::anomalies);
        routes.get("/api/v1/degradations", this::degradations);
        routes.post("/api/v1/detections", this::run);
    }

    private void anomalies(Context ctx) {
        Query query = Query.of(ctx, "operation", "hours", "method");
        Windows usual = detection.usual().windows();
        Method method = query.choice("method", methods());
        int hours = query.number("hours", usual.hours(), Windows.MOST_HOURS);
        ctx.json(AnomaliesJson.of(look(query, new Windows(hours, usual.days()), method)));
    }

    private void degradations(Context ctx) {
        Query query = Query.of(ctx, "operation", "days");
        Windows usual = detection.usual().windows();
        int days = query.number("days", usual.days(), Windows.MOST_DAYS);
        Windows windows = ProblemException.checked(() -> new Windows(usual.hours(), days));
        ctx.json(DegradationsJson.of(look(query, windows, detection.usual().method())));
    }

    private void run(Context ctx) {
        Scan scan = ProblemException.checked(() -> json.read(ctx, Wanted.class).scan(detection.usual()));
        ctx.json(DetectionsJson.of(detection.run(known(scan))));
    }

    private DetectionReport look(Query query, Windows windows, Method method) {
        return detection.look(known(new Scan(query.text("operation"), windows, method)));
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
