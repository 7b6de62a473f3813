package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts, and whom they were told. */
final class AlertsApi {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final AlertReader alerts;

    AlertsApi(AlertReader alerts) {
        this.alerts = alerts;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/alerts", this::list);
        routes.get("/api/v1/alerts/{id}", this::show);
    }

    private void show(Context ctx) {
        Query.of(ctx);
        String id = ctx.pathParam("id");
        AlertReport report = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(number -> alerts.find(Long.parseLong(number)))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no alert %s: GET /api/v1/alerts?state=all lists those there are".formatted(id)));
        Why why = report.alert().evidence().why();
        ctx.json(new AlertDetailsJson(AlertJson.of(report), why == null ? null : WhyJson.of(why)));
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "state", "limit");
        Which which = switch (query.choice("state", List.of(StateChoice.OPEN, StateChoice.ALL))) {
            case OPEN -> Which.UNRESOLVED;
            case ALL -> Which.ALL;
        };
        int limit = query.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        ctx.json(new AlertsJson(
                alerts.latest(which, limit).stream().map(AlertJson::of).toList()));
    }

    /** Which alerts may be asked for: {@code OPEN} means not resolved. */
    private enum StateChoice {
        OPEN,
        ALL
    }

    record AlertsJson(List<AlertJson> alerts) {}

    record AlertDetailsJson(AlertJson alert, @Nullable WhyJson evidence) {}
}
