package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.Health;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells an orchestrator whether the process serves, and whether it can do its work. */
final class HealthApi {
    private final Readiness readiness;

    HealthApi(Readiness readiness) {
        this.readiness = readiness;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "live")));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context ctx) {
        Map<String, Health> parts = readiness.check();
        boolean ready = parts.values().stream().allMatch(Health::up);
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        ctx.json(new ReadyJson(ready ? "ready" : "not ready", json(parts)));
    }

    static Map<String, HealthJson> json(Map<String, Health> parts) {
        Map<String, HealthJson> json = new LinkedHashMap<>();
        parts.forEach((name, health) -> json.put(name, new HealthJson(health.up() ? "up" : "down", health.detail())));
        return json;
    }

    record ReadyJson(String status, Map<String, HealthJson> parts) {}

    record HealthJson(String status, String detail) {}
}
