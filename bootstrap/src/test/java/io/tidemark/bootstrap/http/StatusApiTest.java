package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void status_tellsWhatRunsHere() {
        assertThat(client.get("/api/v1/status").body()).isEqualTo("""
                        {"version":"1.2.3","startedAt":"2026-11-20T14:30:20Z","uptimeSeconds":60,"storage":"memory",\
                        "recorder":{"written":0,"journaled":0,"lost":{},"heldBack":0},\
                        "outbox":{"delivered":0,"dropped":0,"failed":0,"merged":0,"pending":0,"sending":0},\
                        "destinations":{"team":{"status":"up","detail":"slack"}}}""");
    }

    @Test
    void demo_isSetGoing() {
        assertThat(client.post("/api/v1/demo", "").body()).isEqualTo("{\"running\":true}");
        assertThat(daemon.demoStarts()).isEqualTo(1);
    }
}
