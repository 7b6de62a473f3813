package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselineDecisionsApiTest {
    private static final String RECALCULATE = "/api/v1/baselines/recalculate";
    private static final String PENDING = "/api/v1/baselines/pending";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void recalculation_createsThenHolds_andIsInTheHistory() {
        daemon.ran("commit", Duration.ofMillis(6), 120);

        assertThat(Client.json(client.post(RECALCULATE, "{\"operation\":\"commit\",\"by\":\"ada\"}"))
                        .at("/operations/0/outcome")
                        .asString())
                .isEqualTo("CREATED");
        assertThat(Client.json(client.post(RECALCULATE, "{\"operation\":\"commit\"}"))
                        .at("/operations/0/reason")
                        .asString())
                .isEqualTo("HARDLY_CHANGED");
        assertThat(Client.json(client.get("/api/v1/baselines/history?operation=commit"))
                        .at("/changes/0/origin/by")
                        .asString())
                .isEqualTo("ada");
        assertThat(Client.json(client.get("/api/v1/baselines/executions?limit=5"))
                        .at("/executions")
                        .size())
                .isEqualTo(2);
        assertThat(Client.json(client.get("/api/v1/baselines"))
                        .at("/baselines/0/freshness")
                        .asString())
                .isEqualTo("CURRENT");
    }

    @Test
    void recalculation_ofAnOperationThatNobodyKnows_isNotFound() {
        assertThat(client.post(RECALCULATE, "{\"operation\":\"comit\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void proposal_isApprovedOnce_andTheSecondIsToldWho() {
        shifted();
        long id = Client.json(client.get(PENDING)).at("/pending/0/id").asLong();

        HttpResponse<String> first =
                client.post(PENDING + "/" + id + "/approve", "{\"by\":\"ada\",\"note\":\"disks\"}");
        HttpResponse<String> second = client.post(PENDING + "/" + id + "/reject", "{\"by\":\"bob\"}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Client.json(second).at("/detail").asString()).contains("approved by ada");
        assertThat(Client.json(client.get(PENDING)).at("/pending").size()).isZero();
    }

    @Test
    void proposal_thatDoesNotExist_isNotFound() {
        assertThat(client.post(PENDING + "/7/approve", "{}").statusCode()).isEqualTo(404);
        assertThat(client.post(PENDING + "/x/approve", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void pinnedReference_showsACreep() {
        daemon.ran("commit", Duration.ofMillis(10), 120);
        client.post(RECALCULATE, "{\"operation\":\"commit\"}");
        assertThat(client.post("/api/v1/baselines/references", "{\"name\":\"2026-Q4\"}")
                        .statusCode())
                .isEqualTo(201);
        daemon.ran("commit", Duration.ofMillis(15), 120);
        client.post(RECALCULATE, "{\"operation\":\"commit\"}");

        var reference = Client.json(client.get("/api/v1/baselines/health")).at("/baselines/0/reference");
        assertThat(reference.at("/name").asString()).isEqualTo("2026-Q4");
        assertThat(reference.at("/percentAbove").asDouble()).isBetween(49.0, 51.0);
        assertThat(reference.at("/crept").asBoolean()).isTrue();
    }

    @Test
    void exclusion_needsABeginningAndAReason() {
        assertThat(client.post("/api/v1/baselines/exclusions", "{\"reason\":\"load test\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/baselines/exclusions", "{\"from\":\"2026-11-20T14:00:00Z\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(
                                "/api/v1/baselines/exclusions",
                                "{\"from\":\"2026-11-20T14:00:00Z\",\"reason\":\"load test\",\"by\":\"ada\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(Client.json(client.get("/api/v1/baselines/exclusions"))
                        .at("/exclusions/0/by")
                        .asString())
                .isEqualTo("ada");
    }

    @Test
    void shift_ofAnAlertThatDoesNotExist_isNotFound() {
        assertThat(client.post("/api/v1/baselines/shifts/7/accept", "{}").statusCode())
                .isEqualTo(404);
    }

    /** Normal is 10 ms, and what was forgotten meanwhile leaves 40 ms. */
    private void shifted() {
        daemon.ran("commit", Duration.ofMillis(10), 10);
        client.post(RECALCULATE, "{\"operation\":\"commit\"}");
        daemon.ran("commit", Duration.ofMillis(40), 200);
        client.post(RECALCULATE, "{\"operation\":\"commit\"}");
    }
}
