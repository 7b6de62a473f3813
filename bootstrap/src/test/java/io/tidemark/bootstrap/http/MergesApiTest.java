package io.tidemark.bootstrap.http;

import static io.tidemark.bootstrap.console.MergeWorld.clean;
import static io.tidemark.bootstrap.console.MergeWorld.quarrelling;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.MergeWorld;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MergesApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void merges_areListedWithTheirPhasesAndTheirSpan() {
        daemon.merged(List.of(quarrelling(daemon, "feature/x", "main", 1).inSpan(MergeWorld.id(1))));

        JsonNode merge = ask("/api/v1/merges").at("/merges/0");

        assertThat(merge.at("/source").asString()).isEqualTo("feature/x");
        assertThat(merge.at("/target").asString()).isEqualTo("main");
        assertThat(merge.at("/totalMicros").asLong()).isEqualTo(100_000);
        assertThat(merge.at("/phases").toString())
                .isEqualTo(
                        "{\"baseMicros\":10000,\"detectionMicros\":20000,\"resolutionMicros\":60000,\"restMicros\":10000}");
        assertThat(merge.at("/bottleneck").asString()).isEqualTo("CONFLICT_RESOLUTION");
        assertThat(merge.at("/status").asString()).isEqualTo("PARTIAL_SUCCESS");
        assertThat(merge.at("/conflicts").toString()).isEqualTo("{\"found\":5,\"resolved\":1,\"failed\":4}");
        assertThat(merge.at("/span/traceId").asString()).isEqualTo(MergeWorld.TRACE);
    }

    @Test
    void merges_areListedPageByPage() {
        daemon.merged(IntStream.range(0, 25)
                .mapToObj(i -> clean(daemon, "branch-" + i, "main", i / 3 + 1))
                .toList());

        List<String> seen = new ArrayList<>();
        JsonNode page = ask("/api/v1/merges?limit=10");
        while (true) {
            page.at("/merges").forEach(merge -> seen.add(merge.at("/source").asString()));
            if (page.at("/next").isNull()) {
                break;
            }
            page = ask("/api/v1/merges?limit=10&cursor=" + page.at("/next").asString());
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("branch-2", "branch-1", "branch-0", "branch-5");
    }

    @Test
    void advice_saysWhereTheTimeGoes() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1), quarrelling(daemon, "feature/y", "main", 2)));

        JsonNode merges = ask("/api/v1/merges/advice").at("/merges");

        assertThat(merges.at("/figures/merges").asLong()).isEqualTo(2);
        assertThat(merges.at("/figures/bottleneck").asString()).isEqualTo("CONFLICT_DETECTION");
        assertThat(merges.at("/figures/times/average/detectionMicros").asLong()).isEqualTo(40_000);
        assertThat(merges.at("/figures/times/shares/detection").asDouble()).isEqualTo(0.4444);
        assertThat(merges.at("/figures/ends/successRate").asDouble()).isEqualTo(0.5);
        assertThat(merges.at("/figures/conflicts/automaticRate").asDouble()).isEqualTo(0.2);
        assertThat(merges.at("/sla").asString()).isEqualTo("DEGRADED");
        assertThat(merges.at("/okUpToMicros").asLong()).isEqualTo(99_000);
        assertThat(merges.at("/advice/evidence").asString()).startsWith("Detecting conflicts takes 44 % of the time");
    }

    @Test
    void advice_withoutMerges_isNone() {
        assertThat(ask("/api/v1/merges/advice").at("/merges").isNull()).isTrue();
        assertThat(ask("/api/v1/merges/pairs").at("/pairs")).isEmpty();
        assertThat(ask("/api/v1/merges/phases").at("/steps")).isEmpty();
        assertThat(ask("/api/v1/merges/success").at("/steps")).isEmpty();
        assertThat(ask("/api/v1/merges").at("/next").isNull()).isTrue();
    }

    @Test
    void pairs_comeByTheTimeLost_eachWithItsAdvice() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1), quarrelling(daemon, "feature/y", "main", 2)));

        JsonNode pairs = ask("/api/v1/merges/pairs?target=main").at("/pairs");

        assertThat(pairs.at("/0/source").asString()).isEqualTo("feature/y");
        assertThat(pairs.at("/0/figures/bottleneck").asString()).isEqualTo("CONFLICT_RESOLUTION");
        assertThat(pairs.at("/0/advice/remedy").asString()).contains("add rules");
        assertThat(pairs.at("/0/shift").isNull()).isTrue();
        assertThat(pairs.at("/1/figures/conflicts/automaticRate").isNull()).isTrue();
    }

    @Test
    void steps_areAsLongAsTheAnswerSays() {
        daemon.merged(List.of(
                clean(daemon, "feature/x", "main", 1),
                quarrelling(daemon, "feature/x", "main", 1),
                clean(daemon, "feature/x", "main", 40)));

        JsonNode phases = ask("/api/v1/merges/phases?hours=1&source=feature/x");
        JsonNode success = ask("/api/v1/merges/success?hours=1");

        assertThat(phases.at("/stepSeconds").asLong()).isEqualTo(60);
        assertThat(phases.at("/steps")).hasSize(2);
        assertThat(phases.at("/steps/1/merges").asLong()).isEqualTo(2);
        assertThat(phases.at("/steps/1/times/p99/resolutionMicros").asLong()).isEqualTo(59_400);
        assertThat(success.at("/steps/1/ends/outcomes").toString())
                .isEqualTo("{\"success\":1,\"partial\":1,\"failed\":0,\"abandoned\":0}");
    }

    @Test
    void filter_takesBranchesBottlenecksAndStatuses() {
        daemon.merged(List.of(clean(daemon, "feature/x", "main", 1), quarrelling(daemon, "feature/y", "main", 2)));

        assertThat(ask("/api/v1/merges?bottleneck=conflict_resolution&status=partial_success")
                        .at("/merges"))
                .hasSize(1);
        assertThat(ask("/api/v1/merges?source=feature/x&status=failed").at("/merges"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bottleneck=luck, 'bottleneck ''luck'' must be one of'",
        "hours=0, 'hours ''0'' must be a whole number from 1'",
        "from=2026-11-20T00:00:00Z, a stretch of time needs both from and to",
        "from=2026-11-20T00:00:00Z&to=2026-11-20T00:00:00Z, from 2026-11-20T00:00:00Z must be before to",
        "cursor=x, cursor 'x' must be what an answer to this call said as next",
        "source=%20, 'source '' '' must not be blank'"
    })
    void merges_refuseAQuestionThatTheyDoNotUnderstand(String question, String said) {
        HttpResponse<String> answer = client.get("/api/v1/merges?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).contains(said);
    }

    private JsonNode ask(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer);
    }
}
