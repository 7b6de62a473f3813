package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.console.OnDuty;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DutyCallsApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void windowPreview_tellsTheNextFiveTimes_andMakesNothing() {
        JsonNode answer = Client.json(client.post("/api/v1/windows/preview", """
                {"recurrence":"daily 02:00-03:00","timeZone":"Europe/Berlin"}"""));

        assertThat(answer.path("times").size()).isEqualTo(5);
        assertThat(answer.at("/times/0/from").asString()).isEqualTo("2026-11-21T01:00:00Z");
        assertThat(answer.at("/times/0/localFrom").asString()).isEqualTo("2026-11-21T02:00+01:00");
        assertThat(client.get("/api/v1/windows").body()).isEqualTo("{\"windows\":[]}");
    }

    @Test
    void windowPreview_refusesWhatIsNoRecurrence() {
        HttpResponse<String> answer = client.post("/api/v1/windows/preview", "{\"recurrence\":\"hourly\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hourly");
    }

    @Test
    void delivery_isShownWithWhatWasTried() {
        OnDuty.spend(daemon, "commit");
        long dead = daemon.messages(DeliveryStatus.FAILED).get(0);

        JsonNode answer = Client.json(client.get("/api/v1/deliveries/" + dead));

        assertThat(answer.at("/delivery/destination").asString()).isEqualTo("on-call");
        assertThat(answer.at("/tried/0/outcome").asString()).isEqualTo("RETRY_LATER");
        assertThat(answer.at("/tried/0/tookMicros").asLong()).isEqualTo(40_000);
    }

    @Test
    void deliveryThatNobodyKnows_isNotFound() {
        assertThat(client.get("/api/v1/deliveries/4711").statusCode()).isEqualTo(404);
    }

    @Test
    void settings_areListedWithTheirOrigin() {
        assertThat(client.get("/api/v1/settings").body())
                .contains("{\"name\":\"http.port\",\"value\":\"8080\",\"origin\":\"tidemark.yaml:3\"}");
    }
}
