package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DetectionApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void anomalies_areListedWithWhatTheyAreHeldAgainst() {
        daemon.ran("commit", Duration.ofMillis(20), 40);
        daemon.ran("commit", Duration.ofMillis(900), 1);

        JsonNode answer = Client.json(client.get("/api/v1/anomalies?operation=commit"));

        assertThat(answer.at("/method").asString()).isEqualTo("robust");
        assertThat(answer.at("/anomalies")).hasSize(1);
        assertThat(answer.at("/anomalies/0/durationMicros").asLong()).isEqualTo(900_000);
        assertThat(answer.at("/anomalies/0/severity").asString()).isEqualTo("CRITICAL");
        assertThat(answer.at("/anomalies/0/extreme").asBoolean()).isTrue();
        assertThat(answer.at("/operations/0/slow").asLong()).isOne();
        assertThat(answer.at("/operations/0/warmingUp").asBoolean()).isTrue();
    }

    @Test
    void degradations_sayWhyThereIsNone() {
        daemon.ran("commit", Duration.ofMillis(20), 40);

        JsonNode answer = Client.json(client.get("/api/v1/degradations?operation=commit&days=30"));

        assertThat(answer.at("/days").asInt()).isEqualTo(30);
        assertThat(answer.at("/degradations/0/noVerdict").asString()).isEqualTo("too_few_samples");
    }

    @Test
    void detections_sayWhatBecameOfEachOperation() {
        daemon.ran("commit", Duration.ofMillis(20), 40);
        daemon.ran("commit", Duration.ofMillis(900), 1);

        JsonNode answer = Client.json(client.post("/api/v1/detections", "{\"hours\": 6}"));

        assertThat(answer.at("/summary").asString()).startsWith("33 operations: 0 alerted, 1 otherwise");
        assertThat(answer.at("/operations")).hasSize(33).anySatisfy(operation -> {
            assertThat(operation.at("/operation").asString()).isEqualTo("commit");
            assertThat(operation.at("/kind").asString()).isEqualTo("single_spike");
            assertThat(operation.at("/outcome").asString()).isEqualTo("listed");
        });
    }

    @Test
    void question_thatMakesNoSenseIsRefused() {
        assertThat(client.get("/api/v1/anomalies?hours=0").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/anomalies?method=guess").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/degradations?days=1").statusCode()).isEqualTo(400);
        assertThat(client.post("/api/v1/detections", "{\"days\": 1}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> unknown = client.get("/api/v1/anomalies?operation=vacuum");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Client.json(unknown).at("/detail").asString()).contains("there is no operation 'vacuum'");
    }

    @Test
    void expectedDeviation_isKeptUntilItIsForgotten() {
        HttpResponse<String> answer = client.post("/api/v1/expected-deviations", """
                {"operation": "commit", "until": "2099-01-01T00:00:00Z", "from": "2098-12-31T00:00:00Z",
                 "who": "ada", "why": "The disks are moved.", "upToMicros": 250000}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Client.json(answer).at("/upToMicros").asLong()).isEqualTo(250_000);
        HttpResponse<String> nameless = client.post("/api/v1/expected-deviations", "{\"operation\": \"commit\"}");
        assertThat(nameless.statusCode()).isEqualTo(400);
    }
}
