package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Health;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthApiTest {
    private static Health up() {
        return Health.up("embedded PostgreSQL");
    }

    @Test
    void live_isAnsweredAsLongAsTheProcessServes() {
        try (RunningDaemon daemon = RunningDaemon.startWith(Map.of("database", () -> Health.down("away")))) {
            assertThat(new Client(daemon.address()).get("/health/live").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void ready_tellsHowEachPartIs() {
        try (RunningDaemon daemon = RunningDaemon.startWith(Map.of("database", HealthApiTest::up))) {
            HttpResponse<String> answer = new Client(daemon.address()).get("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("""
                            {"status":"ready","parts":{"database":{"status":"up","detail":"embedded PostgreSQL"}}}""");
        }
    }

    @Test
    void ready_isNotGivenWhenAPartIsDown() {
        Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
        parts.put("database", HealthApiTest::up);
        parts.put("recorder", () -> Health.down("its buffer is full"));
        try (RunningDaemon daemon = RunningDaemon.startWith(parts)) {
            HttpResponse<String> answer = new Client(daemon.address()).get("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Client.json(answer).at("/status").asString()).isEqualTo("not ready");
            assertThat(Client.json(answer).at("/parts/recorder/detail").asString())
                    .isEqualTo("its buffer is full");
        }
    }

    @Test
    void ready_doesNotWaitForAPartThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        Supplier<Health> hanging = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Health.up("at last");
        };
        try (RunningDaemon daemon = RunningDaemon.startWith(Map.of("database", hanging))) {
            HttpResponse<String> answer = new Client(daemon.address()).get("/health/ready");

            assertThat(Client.json(answer).at("/parts/database/detail").asString())
                    .startsWith("gave no answer within");
        }
    }

    @Test
    void ready_tellsOfAPartThatFailsWithoutItsSecrets() {
        Supplier<Health> failing = () -> {
            throw new IllegalStateException("password=hunter2");
        };
        try (RunningDaemon daemon = RunningDaemon.startWith(Map.of("database", failing))) {
            HttpResponse<String> answer = new Client(daemon.address()).get("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("IllegalStateException").doesNotContain("hunter2");
        }
    }
}
