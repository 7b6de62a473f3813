package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import java.time.Instant;
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

    record AlertJson(
            long id,
            AlertType type,
            Severity severity,
            String operation,
            @Nullable String branch,
            String state,
            String summary,
            long occurrences,
            Instant firstSeen,
            Instant lastSeen,
            long baselineP99Micros,
            long actualMicros,
            double multiplier,
            List<String> members,
            @Nullable String why,
            List<DeliveryJson> deliveries) {

        static AlertJson of(AlertReport report) {
            Alert alert = report.alert();
            Figures figures = alert.evidence().figures();
            return new AlertJson(
                    alert.id(),
                    alert.fingerprint().type(),
                    alert.severity(),
                    alert.fingerprint().subject(),
                    alert.fingerprint().branch(),
                    word(alert.state()),
                    AlertWording.title(alert),
                    alert.recurrence().occurrences(),
                    alert.recurrence().firstSeen(),
                    alert.recurrence().lastSeen(),
                    Math.round(figures.baselineP99Micros()),
                    figures.actualMicros(),
                    Math.round(figures.multiplier() * 100) / 100.0,
                    alert.evidence().members(),
                    why(alert.evidence()),
                    report.told().stream().map(DeliveryJson::of).toList());
        }

        private static @Nullable String why(Evidence evidence) {
            Why why = evidence.why();
            return why == null ? null : why.text();
        }

        private static String word(AlertState state) {
            if (state instanceof Resolved) {
                return "resolved";
            }
            return state instanceof Acknowledged ? "acknowledged" : "open";
        }
    }

    record AlertDetailsJson(AlertJson alert, @Nullable WhyJson evidence) {}

    record DeliveryJson(String destination, String status, int attempts) {
        static DeliveryJson of(Told told) {
            return new DeliveryJson(told.destination(), told.status().word(), told.attempts());
        }
    }
}
