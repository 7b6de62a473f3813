package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.Health;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Content;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells an orchestrator whether the process serves, and whether it can do its work. */
final class HealthApi {
    private final Readiness readiness;

    HealthApi(Readiness readiness) {
        this.readiness = readiness;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/health/live").says("Tells that the process serves.").answers(LiveJson.class),
                ctx -> ctx.json(new LiveJson("live")));
        calls.add(
                Call.get("/health/ready")
                        .says("Tells whether the process can do its work.")
                        .answers(ReadyJson.class)
                        .answers(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Some part is down; those that wait for it should.",
                                Content.json(ReadyJson.class)),
                this::ready);
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

    record LiveJson(String status) {}

    record ReadyJson(String status, Map<String, HealthJson> parts) {}

    record HealthJson(String status, String detail) {}
}
