package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OperationsApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void operations_showTheirFiguresBesideWhatIsNormal() {
        daemon.ran("commit", Duration.ofMillis(5), 20);
        daemon.learned("commit");

        JsonNode operation = Client.json(client.get("/api/v1/operations")).at("/operations/0");

        assertThat(operation.toString()).isEqualTo("""
                        {"operation":"commit","category":"commit",\
                        "description":"Stores the changed objects as a new commit on a branch.","tracked":true,\
                        "standing":"normal",\
                        "whole":{"count":20,"p50Micros":5000,"p95Micros":5000,"p99Micros":5000,"maxMicros":5000},\
                        "overThreshold":false,\
                        "baseline":{"baselineId":1,"p99Micros":5000,"thresholdMicros":10000,"multiplier":2.0,\
                        "samples":20,"weak":true},\
                        "points":[{"start":"2026-11-20T14:31:00Z","durations":{"count":20,"p50Micros":5000,\
                        "p95Micros":5000,"p99Micros":5000,"maxMicros":5000}}]}""");
    }

    @Test
    void operations_withoutABaselineSayThatThereIsNone() {
        daemon.ran("commit", Duration.ofMillis(5), 1);

        assertThat(Client.json(client.get("/api/v1/operations"))
                        .at("/operations/0/baseline")
                        .isNull())
                .isTrue();
    }

    @Test
    void operations_coverWholeStepsUpToTheOneUnderWay() {
        JsonNode answer = Client.json(client.get("/api/v1/operations?hours=6"));

        assertThat(answer.at("/from").asString()).isEqualTo("2026-11-20T08:35:00Z");
        assertThat(answer.at("/to").asString()).isEqualTo("2026-11-20T14:35:00Z");
        assertThat(answer.at("/stepSeconds").asInt()).isEqualTo(300);
    }

    @Test
    void operations_saySoWhenThereAreMoreThanTheLimit() {
        daemon.ran("commit", Duration.ofMillis(5), 1);
        daemon.ran("get_diff", Duration.ofMillis(5), 1);

        JsonNode answer = Client.json(client.get("/api/v1/operations?limit=1"));

        assertThat(answer.at("/operations")).hasSize(1);
        assertThat(answer.at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void operations_refuseAnUnknownStretchOfTime() {
        HttpResponse<String> answer = client.get("/api/v1/operations?hours=2");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("hours '2' must be one of 1, 3, 6, 24, 168, 720");
    }
}
