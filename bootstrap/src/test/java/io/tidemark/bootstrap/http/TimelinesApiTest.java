package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tidemark.domain.access.Role;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimelinesApiTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void commitIsSeldomSlow() {
        daemon.ran("commit", Duration.ofMillis(6), 90);
        daemon.ran("commit", Duration.ofMillis(60), 10);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void timeline_tellsThePercentilesOfEachStep_besideWhatIsNormal() {
        daemon.learned("commit");

        JsonNode timeline = ask("/api/v1/operations/timeline?operation=commit&hours=2");

        assertThat(timeline.at("/points")).hasSize(1);
        assertThat(timeline.at("/points/0/count").asLong()).isEqualTo(100);
        assertThat(timeline.at("/points/0/p50Micros").asLong()).isCloseTo(6_000L, withPercentage(0.4));
        assertThat(timeline.at("/points/0/p95Micros").asLong()).isCloseTo(60_000L, withPercentage(0.4));
        assertThat(timeline.at("/points/0/maxMicros").asLong()).isEqualTo(60_000);
        assertThat(timeline.at("/baseline/samples").asLong()).isEqualTo(100);
    }

    @Test
    void heatMap_countsEveryRunOnce_inTheBandOfItsDuration() {
        JsonNode map = ask("/api/v1/operations/heat-map?operation=commit");

        assertThat(countOf(map, 6_000)).isEqualTo(90);
        assertThat(countOf(map, 60_000)).isEqualTo(10);
        assertThat(map.at("/columns/0/counts").valueStream().mapToLong(JsonNode::asLong))
                .hasSameSizeAs(map.at("/upToMicros"))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(100));
    }

    @Test
    void heatMap_ofATimeWithoutRuns_isEmpty() {
        JsonNode map = ask("/api/v1/operations/heat-map?operation=commit&branch=main");

        assertThat(map.at("/upToMicros")).isEmpty();
        assertThat(map.at("/columns")).isEmpty();
    }

    @Test
    void slowest_areTheLongestRunsFirst() {
        JsonNode runs =
                ask("/api/v1/operations/slowest?operation=commit&limit=11").at("/runs");

        assertThat(runs.valueStream().map(run -> run.at("/durationMicros").asLong()))
                .containsExactlyElementsOf(IntStream.range(0, 11)
                        .mapToObj(place -> place < 10 ? 60_000L : 6_000L)
                        .toList());
        assertThat(runs.at("/0/user").asString()).isEqualTo("ada");
    }

    @Test
    void slowest_tellHowManyTimesNormalTheyTook() {
        daemon.learned("commit");
        JsonNode timeline = ask("/api/v1/operations/timeline?operation=commit");

        assertThat(ask("/api/v1/operations/slowest?operation=commit&limit=1")
                        .at("/runs/0/timesNormalP99")
                        .asDouble())
                .isCloseTo(60_000 / timeline.at("/baseline/p99Micros").asDouble(), withPercentage(0.1));
    }

    @Test
    void me_isWhoTheTokenStandsFor() {
        assertThat(ask("/api/v1/me").at("/name").isNull()).isTrue();
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("screen", Role.VIEWER);

        assertThat(client.get("/api/v1/me", "Authorization", "Bearer " + token).body())
                .isEqualTo("""
                        {"name":"screen","role":"viewer","mayChange":false,"mayAdminister":false}""");
        assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    private static long countOf(JsonNode map, long micros) {
        int band = 0;
        while (map.at("/upToMicros/" + band).asLong() < micros) {
            band++;
        }
        return map.at("/columns/0/counts/" + band).asLong();
    }

    private JsonNode ask(String address) {
        return Client.json(client.get(address));
    }
}
