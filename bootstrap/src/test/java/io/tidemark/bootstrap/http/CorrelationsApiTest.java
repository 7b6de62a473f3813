package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrelationsApiTest {
    private static final String RULES = "/api/v1/correlations/rules";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void correlations_listsPairsWithWhatTheyAreLikelyToShare() {
        moveTogether(80, "commit", "branch_create");

        JsonNode answer = Client.json(client.get("/api/v1/correlations?hours=2&threshold=0.9&raw=true"));

        assertThat(answer.at("/tested/pairs").asInt()).isOne();
        assertThat(answer.at("/total").asInt()).isOne();
        assertThat(answer.at("/pairs/0").toString()).isEqualTo("""
                {"operations":["branch_create","commit"],"coefficient":1.0,"minutes":80,"confidence":1.0,\
                "bothDegrading":false,"bottleneck":"OBJECT_STORAGE_IO","recommendation":"Look at disk I/O (iostat, \
                pg_stat_io): faster disks, or a cache in front of the stored objects.","at":"2026-11-20T14:31:00Z"}""");
        assertThat(answer.at("/groups")).isEmpty();
    }

    @Test
    void correlations_saysHowManyPairsHaveNoVerdict() {
        moveTogether(5, "commit", "branch_create");

        JsonNode tested = Client.json(client.get("/api/v1/correlations")).at("/tested");

        assertThat(tested.toString()).isEqualTo("""
                {"pairs":1,"tooFewCommonMinutes":1,"noDeviation":0}""");
    }

    @Test
    void correlations_refusesAThresholdAboveOne() {
        HttpResponse<String> answer = client.get("/api/v1/correlations?threshold=1.5");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("threshold '1.5' must be a number from 0.01 to 1.0");
    }

    @Test
    void rules_listsThoseOfTheProduct() {
        JsonNode rules = Client.json(client.get(RULES)).at("/rules");

        assertThat(rules.findValuesAsString("bottleneck"))
                .containsExactly(
                        "MERGE_PIPELINE_SATURATION",
                        "OBJECT_STORAGE_IO",
                        "QUERY_CACHE_PRESSURE",
                        "TRANSACTION_LOG_SATURATION",
                        "SHARED_RESOURCE_CONTENTION");
    }

    @Test
    void rules_ofUsersAreTriedFirst() {
        HttpResponse<String> added = client.post(RULES, """
                {"fits": "any", "operations": ["branch_*"], "bottleneck": "REFS", "recommendation": "Look at refs."}""");
        moveTogether(80, "commit", "branch_create");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).isEqualTo("""
                {"id":1,"fits":"any","categories":[],"operations":["branch_*"],"bottleneck":"REFS",\
                "recommendation":"Look at refs."}""");
        assertThat(Client.json(client.get("/api/v1/correlations?raw=true"))
                        .at("/pairs/0/bottleneck")
                        .asString())
                .isEqualTo("REFS");
    }

    @Test
    void rules_areRemovedByTheirNumber() {
        client.post(RULES, """
                {"bottleneck": "REFS", "recommendation": "Look at refs."}""");

        assertThat(client.send("DELETE", RULES + "/1", "").statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", RULES + "/1", "").statusCode()).isEqualTo(404);
        assertThat(Client.json(client.get(RULES)).at("/rules")).hasSize(5);
    }

    @Test
    void rules_refusesACategoryThatThereIsNot() {
        HttpResponse<String> answer = client.post(RULES, """
                {"categories": ["merges"], "bottleneck": "REFS", "recommendation": "Look at refs."}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo(
                        "category \"merges\" must be one of branch, commit, merge, history, rollback, schema, other");
    }

    private void moveTogether(int minutes, String... operations) {
        List<Timing> timings = new ArrayList<>();
        for (int i = 1; i <= minutes; i++) {
            for (String operation : operations) {
                timings.add(new Timing(
                        operation, 1_000 + 10 * (i % 7), daemon.now().minus(Duration.ofMinutes(i)), Context.of("ada")));
            }
        }
        daemon.append(timings);
    }
}
