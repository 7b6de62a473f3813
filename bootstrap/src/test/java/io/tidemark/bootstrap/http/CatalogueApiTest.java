package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogueApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void catalogue_listsWhatIsKnownAndWhatWasTimed() {
        daemon.ran("vacuum", Duration.ofMillis(5), 1);

        JsonNode operations = Client.json(client.get("/api/v1/catalogue")).at("/operations");

        assertThat(operations).hasSize(34);
        assertThat(operations.get(0).toString()).isEqualTo("""
                        {"operation":"blame_object","category":"history","bottleneck":"QUERY_CACHE_PRESSURE",\
                        "description":"Tells for each line of an object which commit wrote it.","tracked":true}""");
        assertThat(operations.get(33).toString()).isEqualTo("""
                        {"operation":"vacuum","category":"other","bottleneck":"SHARED_RESOURCE_CONTENTION",\
                        "description":"","tracked":true}""");
    }

    @Test
    void change_saysWhatTheOperationIsNow() {
        HttpResponse<String> answer = client.post("/api/v1/catalogue", """
                {"operation": "merge_abort", "tracked": false, "description": "Gives up."}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                        {"operation":"merge_abort","category":"merge","bottleneck":"MERGE_PIPELINE_SATURATION",\
                        "description":"Gives up.","tracked":false}""");
    }

    @Test
    void change_ofAnOperationThatNobodyKnowsIsNotFound() {
        HttpResponse<String> answer = client.post("/api/v1/catalogue", """
                {"operation": "vacuum", "tracked": false}""");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("there is no operation 'vacuum': it becomes known with its first timing");
    }

    @Test
    void change_ofNothingIsRefused() {
        HttpResponse<String> answer = client.post("/api/v1/catalogue", """
                {"operation": "commit"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).contains("tracked, description or both");
    }
}
