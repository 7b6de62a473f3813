package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ChangePointsApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void changePoints_ofAnOperationThatWasNotTimedLatelyAreNone() {
        daemon.ran("commit", Duration.ofMillis(5), 20);

        JsonNode answer = Client.json(client.get("/api/v1/change-points?operation=commit&days=2"));

        assertThat(answer.at("/from").asString()).isEqualTo("2026-11-18T14:00:00Z");
        assertThat(answer.at("/stepSeconds").asInt()).isEqualTo(3_600);
        assertThat(answer.at("/valuesMicros")).hasSize(48);
        assertThat(answer.at("/changePoints")).isEmpty();
        assertThat(answer.at("/standing").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days=3|400|the parameter operation is missing",
                "operation=no_such|404|there is no operation 'no_such': /api/v1/catalogue lists them",
                "operation=commit&step=week|400|step 'week' must be one of hour, day",
                "operation=commit&percentile=p75|400|percentile 'p75' must be one of p50, p99",
                "operation=commit&window=1|400|window 1 must be at least 2 values",
                "operation=commit&maxP=0|400|max-p 0.0 must be above 0 and at most 1, such as 0.01",
                "operation=commit&maxP=2|400|maxP '2' must be a number from 0.0 to 1.0"
            })
    void changePoints_sayWhatIsWrongWithAQuestion(String question, int status, String detail) {
        HttpResponse<String> response = client.get("/api/v1/change-points?" + question);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.json(response).at("/detail").asString()).isEqualTo(detail);
    }
}
