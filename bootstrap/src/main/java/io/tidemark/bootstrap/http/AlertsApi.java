package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts, and whom they were told. */
final class AlertsApi {
    static final Parameter<String> ID = Parameter.id("id", "The number of the alert.");

    private static final Parameter<StateChoice> STATE = Parameter.choice(
            "state", "Those that are not resolved, or all.", List.of(StateChoice.OPEN, StateChoice.ALL));
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 100, 1_000);

    private final AlertReader alerts;

    AlertsApi(AlertReader alerts) {
        this.alerts = alerts;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/alerts")
                        .says("Lists alerts with what became of their notifications, those seen last first.")
                        .query(STATE, LIMIT)
                        .answers(AlertsJson.class),
                this::list);
        calls.add(
                Call.get("/api/v1/alerts/{id}")
                        .says("Shows an alert, with the figures behind it.")
                        .at(ID)
                        .answers(AlertDetailsJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such alert."),
                this::show);
    }

    private void show(Context ctx) {
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
        Query query = Query.of(ctx);
        Which which = switch (query.get(STATE)) {
            case OPEN -> Which.UNRESOLVED;
            case ALL -> Which.ALL;
        };
        ctx.json(new AlertsJson(alerts.latest(which, query.get(LIMIT)).stream()
                .map(AlertJson::of)
                .toList()));
    }

    /** Which alerts may be asked for: {@code OPEN} means not resolved. */
    private enum StateChoice {
        OPEN,
        ALL
    }

    record AlertsJson(List<AlertJson> alerts) {}

    record AlertDetailsJson(AlertJson alert, @Nullable WhyJson evidence) {}
}
