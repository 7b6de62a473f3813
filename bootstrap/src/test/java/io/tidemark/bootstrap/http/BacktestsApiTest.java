package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BacktestsApiTest {
    private static final String PATH = "/api/v1/backtests";
    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void backtest_saysWhenARuleWouldHaveFired_andWhatWouldHaveBeenQuiet() {
        Instant slow = daemon.now().minus(HOUR);
        commitsOfFourDays();
        daemon.append(List.of(commit(slow, 30_000)));

        HttpResponse<String> answer = client.post(PATH, "{\"operation\":\"commit\",\"days\":7,\"mostAWeek\":0}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode commit = Client.json(answer).at("/operations/0");
        assertThat(commit.at("/operation").asString()).isEqualTo("commit");
        assertThat(commit.at("/setting").asDouble()).isEqualTo(2);
        assertThat(commit.at("/episodes").size()).isEqualTo(1);
        assertThat(commit.at("/episodes/0/micros").asDouble()).isEqualTo(30_000);
        assertThat(commit.at("/episodes/0/against").asString()).isEqualTo("at any time");
        assertThat(commit.at("/worstByDay").size()).isEqualTo(8);
        assertThat(commit.at("/proposal/sentence").asString())
                .matches(
                        "With a multiplier of 3\\.0\\d, commit would have fired 0 times in 7 days, at most 0 a week\\.");
        assertThat(commit.at("/proposal/change").asString())
                .matches("baselines: \\{multipliers: \\{commit: 3\\.0\\d}}");
    }

    @Test
    void backtest_ofAllOperations_mayFindNone() {
        assertThat(client.post(PATH, "{}").body()).isEqualTo("{\"rule\":\"threshold\",\"days\":30,\"operations\":[]}");
    }

    @Test
    void backtest_ofAnUnknownOperation_isNotFound() {
        daemon.ran("commit", Duration.ofMillis(6), 1);

        HttpResponse<String> answer = client.post(PATH, "{\"operation\":\"comit\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Client.json(answer).at("/detail").asString())
                .isEqualTo("nothing is stored of operation 'comit': there is commit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rule\":\"guess\"}|rule 'guess' must be one of threshold, robust, classic, stream",
                "{\"setting\":0.5}|multiplier 0.5 must be a number from 1.0 to 1000.0",
                "{\"days\":0}|days 0 must be from 1 to 400",
                "{\"mostAWeek\":-1}|mostAWeek -1 must not be negative",
                "{\"operation\":\" \"}|operation ' ' must not be blank, longer than 200 characters, or contain a NUL character"
            })
    void backtest_refusesWhatMakesNoSense(String body, String detail) {
        HttpResponse<String> answer = client.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).isEqualTo(detail);
    }

    private void commitsOfFourDays() {
        daemon.append(LongStream.rangeClosed(1, 4 * 24 * 6)
                .mapToObj(i -> commit(daemon.now().minus(Duration.ofMinutes(10 * i)), 9_000 + i % 10 * 100))
                .toList());
    }

    private static Timing commit(Instant end, long micros) {
        return new Timing("commit", micros, end, Context.of("ada"));
    }
}
