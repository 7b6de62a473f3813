package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.MergeWorld;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TraceReadingApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void traces_areListedByTheirRoot() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        JsonNode trace = ask("/api/v1/traces").at("/traces/0");

        assertThat(trace.at("/trace").asString()).isEqualTo(MergeWorld.TRACE);
        assertThat(trace.at("/operation").asString()).isEqualTo("merge_branches");
        assertThat(trace.at("/micros").asLong()).isEqualTo(100_000);
        assertThat(trace.at("/spans").asLong()).isEqualTo(5);
        assertThat(trace.at("/failed").asLong()).isEqualTo(1);
    }

    @Test
    void traces_areFilteredAndOrdered() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        assertThat(ask("/api/v1/traces?operation=merge_branches&order=slowest").at("/traces"))
                .hasSize(1);
        assertThat(ask("/api/v1/traces?operation=commit").at("/traces")).isEmpty();
        assertThat(ask("/api/v1/traces?status=failed").at("/traces")).isEmpty();
    }

    @Test
    void trace_showsItsSpansWithOwnTimeDepthAndShare() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        JsonNode trace = ask("/api/v1/traces/" + MergeWorld.TRACE);

        assertThat(trace.at("/micros").asLong()).isEqualTo(100_000);
        assertThat(trace.at("/leftOut").asLong()).isZero();
        assertThat(trace.at("/spans")).hasSize(5);
        JsonNode detect = trace.at("/spans/2");
        assertThat(detect.at("/operation").asString()).isEqualTo("merge_conflict_detect");
        assertThat(detect.at("/depth").asInt()).isEqualTo(1);
        assertThat(detect.at("/offsetMicros").asLong()).isEqualTo(20_000);
        assertThat(detect.at("/ownMicros").asLong()).isEqualTo(30_000);
        assertThat(detect.at("/shareOfRoot").asDouble()).isEqualTo(0.6);
        assertThat(trace.at("/spans/4/micros").isNull()).isTrue();
    }

    @Test
    void trace_isCutToTheSpansThatTookLongest() {
        daemon.spanned(MergeWorld.large(daemon, 500));

        JsonNode trace = ask("/api/v1/traces/" + MergeWorld.TRACE + "?limit=100");

        int shown = trace.at("/spans").size();
        assertThat(shown).isBetween(90, 100);
        assertThat(trace.at("/leftOut").asLong()).isEqualTo(500 - shown);
    }

    @Test
    void traces_areListedPageByPage() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));
        daemon.spanned(MergeWorld.roots(daemon, 12));

        JsonNode first = ask("/api/v1/traces?order=slowest&limit=10");
        JsonNode second = ask("/api/v1/traces?order=slowest&limit=10&cursor="
                + first.at("/next").asString());

        assertThat(first.at("/traces")).hasSize(10);
        assertThat(second.at("/traces")).hasSize(3);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(second.at("/traces/0/micros").asLong())
                .isLessThanOrEqualTo(first.at("/traces/9/micros").asLong());
    }

    @Test
    void trace_thatNobodyKnows_isNotFound() {
        HttpResponse<String> answer = client.get("/api/v1/traces/nobody");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("there is no trace 'nobody': GET /api/v1/traces lists those that are kept");
    }

    private JsonNode ask(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer);
    }
}
