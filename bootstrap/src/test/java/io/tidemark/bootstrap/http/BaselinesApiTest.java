package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesApiTest {
    private static final String PATH = "/api/v1/baselines";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void baseline_isMadeByThePolicyOfItsOperation() {
        daemon.ran("commit", Duration.ofMillis(6), 20);

        HttpResponse<String> answer = client.post(PATH, "{\"operation\":\"commit\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("""
                        {"operation":"commit","branch":null,"baselineId":1,"outcome":"CREATED","samples":20,\
                        "p99Micros":6000,"thresholdMicros":12000,"weak":true}""");
    }

    @Test
    void baseline_takesAMultiplierOfItsOwn() {
        daemon.ran("commit", Duration.ofMillis(6), 20);

        HttpResponse<String> answer =
                client.post(PATH, "{\"operation\":\"commit\",\"lookbackDays\":3,\"multiplier\":3.5}");

        assertThat(Client.json(answer).at("/thresholdMicros").asInt()).isEqualTo(21_000);
    }

    @Test
    void baseline_ofTooFewTimingsIsRefusedWithTheirNumber() {
        daemon.ran("commit", Duration.ofMillis(6), 9);

        HttpResponse<String> answer = client.post(PATH, "{\"operation\":\"commit\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Client.contentType(answer)).startsWith("application/problem+json");
        assertThat(Client.json(answer).at("/detail").asString()).contains("commit", " 9 timings", "takes 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|operation is missing: name the operation to calculate",
                "null|the body must be a JSON object, not null",
                "{'operation':' '}|operation ' ' must not be blank",
                "{'operation':'commit','lookbackDays':0}|lookbackDays 0 must be from 1 to 400",
                "{'operation':'commit','multiplier':0.5}|multiplier 0.5 must be a number from 1 on",
                "{'operation':'commit','lookback':3}|unknown key 'lookback' (did you mean 'lookbackDays'?): there are branch, lookbackDays, multiplier, operation",
                "{'opertaion':'commit'}|unknown key 'opertaion' (did you mean 'operation'?)",
                "{'operation':|the body cannot be read as JSON (line 1, column 14)",
                "{'operation':'a','operation':'b'}|the body cannot be read as JSON (line 1",
                "{'operation':'commit'} x|the body cannot be read as JSON (line 1",
                "{'operation':'commit','multiplier':'much'}|the body cannot be read as JSON (line 1",
            })
    void baseline_refusesWhatItDoesNotUnderstand(String body, String detail) {
        HttpResponse<String> answer = client.post(PATH, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).startsWith(detail);
    }
}
