package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExamplesApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void sample_isLoadedOnRequest_withItsBaselines() {
        HttpResponse<String> answer = client.post("/api/v1/sample", "{}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Client.json(answer).at("/baselines")).hasSize(5);
        assertThat(Client.json(answer).at("/baselines/1/operation").asString()).isEqualTo("commit");
        assertThat(daemon.tidemark().baselines().policy("commit").multiplier()).isEqualTo(2.0);
    }

    @Test
    void sample_isRefusedBesideRecordings_unlessForced() {
        daemon.ran("commit", Duration.ofMillis(5), 1);

        HttpResponse<String> refused = client.post("/api/v1/sample", "{\"force\": false}");
        HttpResponse<String> forced = client.post("/api/v1/sample", "{\"force\": true}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Client.json(refused).at("/detail").asString()).startsWith("1 timings are kept here already");
        assertThat(forced.statusCode()).isEqualTo(201);
    }
}
