package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Place;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts, and whom they were told. */
final class AlertsApi {
    static final Parameter<String> ID = Parameter.id("id", "The number of the alert.");

    private static final Parameter<StateChoice> STATE = Parameter.choice(
            "state",
            "Those of a state: open means not resolved, unacknowledged that nobody looks after them yet.",
            List.of(StateChoice.values()));
    private static final Parameter<@Nullable Severity> SEVERITY =
            Parameter.oneOf("severity", "Only those of this severity.", List.of(Severity.values()), Parameter::word);
    private static final Parameter<@Nullable AlertType> TYPE =
            Parameter.oneOf("type", "Only those of this type.", List.of(AlertType.values()), Parameter::word);
    private static final Parameter<@Nullable String> OPERATION =
            Parameter.text("operation", "Only those about this operation, or whatever else they are about.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 100, 1_000);

    private final AlertReader alerts;

    AlertsApi(AlertReader alerts) {
        this.alerts = alerts;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/alerts")
                        .says("Lists alerts with what became of their notifications, those seen last first.")
                        .query(STATE, SEVERITY, TYPE, OPERATION, LIMIT, Cursor.PLACE)
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
        Filter filter = new Filter(query.get(STATE).which, query.get(SEVERITY), query.get(TYPE), query.get(OPERATION));
        Cursor cursor = query.get(Cursor.PLACE);
        Place after = cursor == null ? null : new Place(cursor.at(), cursor.number());
        int limit = query.get(LIMIT);
        Page<AlertReport> page =
                Page.of(alerts.latest(filter, after, limit + 1), limit, report -> place(report.alert()));
        ctx.json(new AlertsJson(page.as(AlertJson::of), page.next()));
    }

    private static String place(Alert alert) {
        return Cursor.after(alert.recurrence().lastSeen(), alert.id());
    }

    /** Which alerts may be asked for. */
    private enum StateChoice {
        OPEN(Which.UNRESOLVED),
        UNACKNOWLEDGED(Which.OPEN),
        ACKNOWLEDGED(Which.ACKNOWLEDGED),
        RESOLVED(Which.RESOLVED),
        ALL(Which.ALL);

        private final Which which;

        StateChoice(Which which) {
            this.which = which;
        }
    }

    record AlertsJson(List<AlertJson> alerts, @Nullable String next) {}

    record AlertDetailsJson(AlertJson alert, @Nullable WhyJson evidence) {}
}
