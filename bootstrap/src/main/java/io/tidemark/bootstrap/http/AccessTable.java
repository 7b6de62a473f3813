package io.tidemark.bootstrap.http;

import io.javalin.http.HandlerType;
import io.tidemark.domain.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call what: one line for each route, as it is registered. What has no line is refused to everybody.
 *
 * <p>The figures of {@code /metrics} are open, like the health: they tell how much is recorded and sent, of nobody in
 * particular, and whoever scrapes them should need no secret. The description of the API tells no more than its sources.
 */
final class AccessTable {
    private static final List<String> OPEN = List.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /api/v1/openapi.json",
            "GET /assets/{version}/{name}",
            "GET /login",
            "POST /login",
            "POST /logout");

    /** Whoever calls these shows a signed link of their own. */
    private static final List<String> SIGNED = List.of(CallbacksApi.PREFIX, AcknowledgePages.PREFIX);

    private static final List<String> RECORDER =
            List.of("POST /api/v1/timings", "POST /api/v1/deployments", "POST /v1/traces");

    private static final List<String> VIEWER = List.of(
            "GET /",
            "GET /correlations",
            "GET /live",
            "GET /alerts",
            "GET /alerts/{id}",
            "GET /delivery",
            "GET /delivery/{id}",
            "GET /quiet",
            "GET /baselines",
            "GET /jobs",
            "GET /audit",
            "GET /settings",
            "GET /merges",
            "GET /traces",
            "GET /traces/{id}",
            "GET /operations",
            "GET /api/v1/alerts",
            "GET /api/v1/alerts/{id}",
            "GET /api/v1/anomalies",
            "GET /api/v1/audit",
            "GET /api/v1/baselines",
            "GET /api/v1/baselines/exclusions",
            "GET /api/v1/baselines/executions",
            "GET /api/v1/baselines/health",
            "GET /api/v1/baselines/history",
            "GET /api/v1/baselines/pending",
            "GET /api/v1/baselines/references",
            "GET /api/v1/catalogue",
            "GET /api/v1/change-points",
            "GET /api/v1/channels",
            "GET /api/v1/correlations",
            "GET /api/v1/correlations/rules",
            "GET /api/v1/degradations",
            "GET /api/v1/deliveries",
            "GET /api/v1/deliveries/{id}",
            "GET /api/v1/deliveries/statistics",
            "GET /api/v1/deployments",
            "GET /api/v1/detection-rules",
            "GET /api/v1/expected-deviations",
            "GET /api/v1/jobs",
            "GET /api/v1/jobs/{name}/runs",
            "GET /api/v1/merges",
            "GET /api/v1/merges/advice",
            "GET /api/v1/merges/pairs",
            "GET /api/v1/merges/phases",
            "GET /api/v1/merges/success",
            "GET /api/v1/me",
            "GET /api/v1/operations",
            "GET /api/v1/operations/heat-map",
            "GET /api/v1/operations/slowest",
            "GET /api/v1/operations/timeline",
            "GET /api/v1/routes",
            "POST /api/v1/routes/explain",
            "POST /api/v1/routes/replay",
            "GET /api/v1/runbooks/{type}",
            "GET /runbooks/{type}",
            "GET /api/v1/settings",
            "GET /api/v1/silences",
            "GET /api/v1/status",
            "GET /api/v1/traces",
            "GET /api/v1/traces/{id}",
            "GET /api/v1/windows",
            "GET /api/v1/windows/next");

    private static final List<String> OPERATOR = List.of(
            "POST /api/v1/alerts/{id}/acknowledge",
            "POST /api/v1/alerts/{id}/resolve",
            "POST /api/v1/alerts/{id}/snooze",
            "POST /api/v1/backtests",
            "POST /api/v1/baselines",
            "POST /api/v1/baselines/exclusions",
            "DELETE /api/v1/baselines/exclusions/{id}",
            "POST /api/v1/baselines/pending/{id}/approve",
            "POST /api/v1/baselines/pending/{id}/reject",
            "POST /api/v1/baselines/recalculate",
            "POST /api/v1/baselines/references",
            "DELETE /api/v1/baselines/references/{name}",
            "POST /api/v1/baselines/shifts/{alert}/accept",
            "POST /api/v1/baselines/shifts/{alert}/keep",
            "POST /api/v1/channels/test",
            "POST /api/v1/deliveries/replay",
            "POST /api/v1/deliveries/{id}/replay",
            "DELETE /api/v1/deliveries/{id}",
            "GET /operations/backtest",
            "POST /api/v1/detections",
            "POST /api/v1/expected-deviations",
            "DELETE /api/v1/expected-deviations/{id}",
            "POST /api/v1/jobs/{name}/runs",
            "POST /api/v1/silences",
            "POST /api/v1/silences/preview",
            "DELETE /api/v1/silences/{id}",
            "PUT /api/v1/windows",
            "DELETE /api/v1/windows",
            "POST /api/v1/windows/preview");

    private static final List<String> ADMIN = List.of(
            "POST /api/v1/catalogue",
            "POST /api/v1/channels",
            "PATCH /api/v1/channels",
            "DELETE /api/v1/channels",
            "POST /api/v1/correlations/rules",
            "DELETE /api/v1/correlations/rules/{id}",
            "POST /api/v1/demo",
            "PUT /api/v1/detection-rules/{operation}",
            "DELETE /api/v1/detection-rules/{operation}",
            "PUT /api/v1/jobs/{name}/schedule",
            "DELETE /api/v1/jobs/{name}/schedule",
            "PUT /api/v1/routes",
            "POST /api/v1/sample",
            "POST /api/v1/secrets/rotate",
            "GET /api/v1/tokens",
            "POST /api/v1/tokens",
            "DELETE /api/v1/tokens");

    private static final Map<String, Need> NEEDS = needs();

    private AccessTable() {}

    /**
     * What a call needs.
     *
     * @param role the least role; empty when anybody may call
     */
    record Need(Optional<Role> role) {
        static final Need NOTHING = new Need(Optional.empty());
    }

    /** What a route needs; empty when nobody has said so. */
    static Optional<Need> of(HandlerType method, String path) {
        if (SIGNED.stream().anyMatch(path::startsWith)) {
            return Optional.of(Need.NOTHING);
        }
        HandlerType asked = method.equals(HandlerType.HEAD) ? HandlerType.GET : method;
        return Optional.ofNullable(NEEDS.get(line(asked, path)));
    }

    static String line(HandlerType method, String path) {
        return method.name() + " " + path;
    }

    /** All lines, to be held against the routes that there are. */
    static Map<String, Need> lines() {
        return NEEDS;
    }

    private static Map<String, Need> needs() {
        Map<String, Need> needs = new HashMap<>();
        OPEN.forEach(line -> needs.put(line, Need.NOTHING));
        Map.of(Role.VIEWER, VIEWER, Role.RECORDER, RECORDER, Role.OPERATOR, OPERATOR, Role.ADMIN, ADMIN)
                .forEach((role, lines) -> lines.forEach(line -> needs.put(line, new Need(Optional.of(role)))));
        return Map.copyOf(needs);
    }
}
