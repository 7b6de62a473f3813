package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsApiTest {
    private static final String PATH = "/api/v1/timings";
    private static final String COMMIT = "{\"operation\":\"commit\",\"durationMicros\":3000,\"user\":\"ada\"}";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void timing_isStoredWithAllThatIsKnownOfIt() {
        HttpResponse<String> answer = client.post(PATH, """
                        [{"operation":"merge_branches","name":"merge feature/x","durationMicros":1500000,
                          "start":"2026-11-20T14:00:00Z","end":"2026-11-20T15:00:01.5+01:00",
                          "branch":"main","user":"ada","session":"s-1",
                          "rowsAffected":3,"memoryBytes":4096,"cpuMicros":1200,
                          "metadata":{"files":[1,2.50],"note":"\\u00e9"},"error":{"type":"conflict"},
                          "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331"}]""");

        assertThat(answer.body()).isEqualTo("{\"stored\":1}");
        assertThat(answer.statusCode()).isEqualTo(200);
        Details details = new Details(
                new Resources(3L, 4096L, 1200L),
                new JsonObject("{\"files\":[1,2.50],\"note\":\"é\"}"),
                new JsonObject("{\"type\":\"conflict\"}"),
                new SpanId("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        assertThat(daemon.log().timings())
                .containsExactly(new Timing(
                        "merge_branches",
                        1_500_000,
                        Instant.parse("2026-11-20T14:00:01.500Z"),
                        new Context("ada", "main", "merge feature/x", "s-1", details)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'durationMicros':7|7",
                "'durationNanos':1499|1",
                "'durationNanos':1500|2",
                "'durationMillis':2|2000",
                "'durationMillis':1.0005|1001",
                "'durationMillis':2.5e-4|1",
                "'start':'2026-11-20T14:00:00Z','end':'2026-11-20T14:00:00.000009Z'|9",
            })
    void duration_isTakenInAnyUnitAndRoundedHalfUp(String given, long micros) {
        client.post(
                PATH,
                "[{'operation':'commit','user':'ada',%s}]".formatted(given).replace('\'', '"'));

        assertThat(daemon.log().timings()).extracting(Timing::durationMicros).containsExactly(micros);
    }

    @Test
    void durationAlone_endsNow() {
        client.post(PATH, "{\"timings\":[" + COMMIT + "]}");

        assertThat(daemon.log().timings()).extracting(Timing::end).containsExactly(RunningDaemon.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'operation':'commit','durationMicros':1|user||is missing",
                "'operation':'commit','user':'a','durationMicros':0|durationMicros|0|must be a whole number from 1 to 31622400000000",
                "'operation':'commit','user':'a','durationMicro':5|durationMicro|5|is no field of a timing: did you mean 'durationMicros'?",
                "'operation':'commit','user':'a','durationMicros':5,'barnch':'x'|barnch|x|is no field of a timing: did you mean 'branch'?",
                "'operation':'commit','user':'a','durationMicros':5,'durationMillis':1|durationMillis|1|is not the only one: give one of durationMicros, durationNanos, durationMillis",
                "'operation':'commit','user':'a','durationNanos':1.5|durationNanos|1.5|must be a whole number from 0",
                "'operation':'commit','user':'a','durationMillis':'1'|durationMillis|1|must be a number from 0",
                "'operation':{},'user':'a','durationMicros':5|operation|{…}|must not be an object",
                "'operation':'commit','user':'a','durationMicros':5,'metadata':[1]|metadata|[…]|must not be an array",
                "'operation':'commit','user':'a','durationMicros':5,'start':'2026-11-20T14:00:00Z','end':'2026-11-20T14:00:01Z'|durationMicros|5|must be 1000000, as end and start lie that far apart",
            })
    void fault_isToldWithItsPlaceItsValueAndTheRule(String row, String field, String value, String rule) {
        HttpResponse<String> answer = client.post(PATH, ("[{" + row + "}]").replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.contentType(answer)).startsWith("application/problem+json");
        assertThat(Client.json(answer).at("/refused/0/index").asInt()).isZero();
        assertThat(Client.json(answer).at("/refused/0/field").asString()).isEqualTo(field);
        assertThat(Client.json(answer).at("/refused/0/value").asString()).isEqualTo(value == null ? "" : value);
        assertThat(Client.json(answer).at("/refused/0/rule").asString()).isEqualTo(rule);
        assertThat(daemon.log().timings()).isEmpty();
    }

    @Test
    void metadataThatIsTooLong_isRefusedWithItsBound() {
        String metadata = "{\"a\":\"" + "x".repeat(17_000) + "\"}";
        HttpResponse<String> answer =
                client.post(PATH, "[" + COMMIT + "," + COMMIT.replace("}", ",\"metadata\":" + metadata + "}") + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.json(answer).at("/refused/0/index").asInt()).isEqualTo(1);
        assertThat(Client.json(answer).at("/refused/0/rule").asString()).contains("at most 16384");
    }

    @Test
    void oneBadTiming_keepsTheWholeBatchOut() {
        HttpResponse<String> answer = client.post(PATH, "[" + COMMIT + ",{}," + COMMIT + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.json(answer).at("/detail").asString()).startsWith("1 of 3 timings break a rule");
        assertThat(daemon.log().timings()).isEmpty();
    }

    @Test
    void faults_areListedUpToABound() {
        String rows = IntStream.range(0, 150).mapToObj(row -> "{}").collect(Collectors.joining(","));

        HttpResponse<String> answer = client.post(PATH, "[" + rows + "]");

        assertThat(Client.json(answer).at("/refused").size()).isEqualTo(100);
        assertThat(Client.json(answer).at("/refusedTimings").asInt()).isEqualTo(150);
    }

    @Test
    void partialBatch_storesTheGoodAndReturnsTheBad() {
        HttpResponse<String> answer =
                client.post(PATH + "?partial=true", "[" + COMMIT + ",{\"operation\":\"commit\"}," + COMMIT + "]");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.json(answer).at("/stored").asInt()).isEqualTo(2);
        assertThat(Client.json(answer).at("/refusedTimings").asInt()).isEqualTo(1);
        assertThat(Client.json(answer).at("/refused/0/index").asInt()).isEqualTo(1);
        assertThat(daemon.log().timings()).hasSize(2);
    }

    @Test
    void batchThatIsSentAgainWithItsKey_isStoredOnce() {
        for (int i = 0; i < 2; i++) {
            assertThat(client.post(PATH, "[" + COMMIT + "]", "Idempotency-Key", "batch-17")
                            .body())
                    .isEqualTo("{\"stored\":1}");
        }
        client.post(PATH, "[" + COMMIT + "]", "Idempotency-Key", "batch-18");

        assertThat(daemon.counted("commit")).isEqualTo(2);
    }

    @Test
    void batchesWithoutAKey_areSeparate() {
        client.post(PATH, "[" + COMMIT + "]");
        client.post(PATH, "[" + COMMIT + "]");

        assertThat(daemon.counted("commit")).isEqualTo(2);
    }

    @Test
    void gzip_isUnpacked() {
        assertThat(client.postGzip(PATH, "[" + COMMIT + "]").body()).isEqualTo("{\"stored\":1}");
    }

    @Test
    void gzipThatUnpacksToFarMore_isRefused() {
        HttpResponse<String> answer = client.postGzip(PATH, "[" + " ".repeat(21_000_000) + COMMIT + "]");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Client.json(answer).at("/detail").asString()).isEqualTo("the body is larger than 20000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyThatIsNotPackedAsItSays_isRefused(boolean cutOff) {
        byte[] body = cutOff ? Client.half(Client.gzip("[" + COMMIT + "]")) : COMMIT.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                client.send("POST", PATH, body, "Content-Type", "application/json", "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).startsWith("the body is not packed as its Content-");
    }

    @Test
    void unknownPacking_isRefusedWithTheOneThatIsKnown() {
        HttpResponse<String> answer = client.post(PATH, "[]", "Content-Encoding", "br");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip");
    }

    @Test
    void tooManyTimings_areRefused() {
        String rows = ("{}" + ",{}".repeat(TimingsReader.MAX_ROWS));

        HttpResponse<String> answer = client.post(PATH, "[" + rows + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("a batch may have at most 10000 timings: send several");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|the body must be an array of timings",
                "7|the body must be an array of timings",
                "{'rows':[]}|the body must be an array of timings",
                "[] []|the body must be an array of timings",
                "[7]|timing 0 must be an object",
                "[{'user':'a','user':'b'}]|field 'user' stands twice in one timing",
                "[{'user':|the body cannot be read as JSON (line 1, column 10)",
            })
    void bodyThatIsNoBatch_isRefused(String body, String detail) {
        HttpResponse<String> answer = client.post(PATH, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).startsWith(detail);
    }

    @Test
    void storageThatIsAway_isToldWithWhenToTryAgain() {
        daemon.log().failWith(StorageException.passing("no answer from jdbc:postgresql://db/?password=hunter2", null));
        HttpResponse<String> answer = client.post(PATH, "[" + COMMIT + "]");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void batchThatTheStorageRefuses_isToldSo() {
        daemon.log().failWith(StorageException.lasting("timing of 'commit' refused: too old", null));

        HttpResponse<String> answer = client.post(PATH, "[" + COMMIT + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.json(answer).at("/detail").asString()).contains("?partial=true");
    }

    @Test
    void batchesBeyondABound_areSentAwayForAMoment() {
        CountDownLatch stored = new CountDownLatch(1);
        daemon.log().hold(stored);
        List<CompletableFuture<HttpResponse<String>>> inHand = new ArrayList<>();
        for (int i = 0; i < InHand.MAX_BATCHES; i++) {
            inHand.add(CompletableFuture.supplyAsync(
                    () -> client.post(PATH, "[" + COMMIT + "]"), task -> new Thread(task).start()));
        }
        Awaitility.await().until(() -> client.get("/metrics").body().contains("ingest_batches_in_hand 8.0"));

        HttpResponse<String> answer = client.post(PATH, "[" + COMMIT + "]");
        stored.countDown();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(inHand)
                .allSatisfy(batch -> assertThat(batch.join().statusCode()).isEqualTo(200));
    }

    @Test
    void slowTiming_isNoticedLikeOneThatWasRecorded() {
        daemon.ran("commit", Duration.ofMillis(3), 20);
        daemon.learned("commit");

        client.post(PATH, "[" + COMMIT.replace("3000", "900000") + "]");

        Awaitility.await()
                .until(() ->
                        !daemon.tidemark().alerts().latest(Which.UNRESOLVED, 10).isEmpty());
    }

    @Test
    void figures_tellWhatCameIn() {
        client.post(PATH, "[" + COMMIT + "," + COMMIT + "]");
        client.post(PATH, "[{}]");
        client.post(PATH, "[");

        assertThat(client.get("/metrics").body())
                .contains("\ntidemark_ingest_timings_total 2.0\n")
                .contains("\ntidemark_ingest_timings_refused_total 1.0\n")
                .contains("\ntidemark_ingest_batches_refused_total{reason=\"malformed\"} 1.0\n")
                .contains("\ntidemark_ingest_batches_in_hand 0.0\n");
    }
}
