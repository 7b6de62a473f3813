package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.HttpSettings.Guarding;
import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.RateSettings;
import io.tidemark.domain.access.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final String ALERTS = "/api/v1/alerts";
    private static final String TIMING = "[{\"operation\":\"commit\",\"durationMicros\":100,\"user\":\"ada\"}]";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final HttpServer server = HttpServer.start(
            new HttpSettings(
                    "127.0.0.1",
                    0,
                    new Guarding(List.of(), new RateSettings(20, 3), CallbackSettings.NONE),
                    Duration.ofSeconds(1)),
            daemon.parts());
    private final Client client = new Client(server.address());

    @AfterEach
    void stop() {
        server.close();
        daemon.close();
    }

    @Test
    void whoAsksForMoreThanIsAllowed_isToldWhenToComeAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(client.get(ALERTS).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = client.get(ALERTS);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").map(Long::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1L, 3L));
        assertThat(Client.contentType(refused)).startsWith("application/problem+json");
        assertThat(Client.json(refused).at("/detail").asString()).contains("http.requests-per-minute");
    }

    @Test
    void eachToken_isACallerOfItsOwn() {
        String ada = "Bearer " + daemon.token("ada", Role.ADMIN);
        String bob = "Bearer " + daemon.token("bob", Role.VIEWER);
        for (int i = 0; i < 21; i++) {
            client.get(ALERTS, "Authorization", ada);
        }

        assertThat(client.get(ALERTS, "Authorization", ada).statusCode()).isEqualTo(429);
        assertThat(client.get(ALERTS, "Authorization", bob).statusCode()).isEqualTo(200);
    }

    @Test
    void recordingsAndProbes_doNotCount() {
        for (int i = 0; i < 40; i++) {
            assertThat(client.post("/api/v1/timings", TIMING).statusCode()).isEqualTo(200);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        }

        assertThat(client.get(ALERTS).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTriesOneTokenAfterTheOther_isStoppedEarly() {
        daemon.token("root", Role.ADMIN);
        for (int i = 0; i < 3; i++) {
            assertThat(tried("guess " + i).statusCode()).isEqualTo(401);
        }

        assertThat(tried("guess 4").statusCode()).isEqualTo(429);
    }

    @Test
    void aWrongTokenThatComesAgain_locksNobodyOut() {
        String root = daemon.token("root", Role.ADMIN);
        for (int i = 0; i < 10; i++) {
            assertThat(tried("revoked").statusCode()).isEqualTo(401);
        }

        assertThat(tried(root).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatWasSeen_goesOn_whileOthersAreGuessed() {
        String root = daemon.token("root", Role.ADMIN);
        tried(root);
        for (int i = 0; i < 5; i++) {
            tried("guess " + i);
        }

        assertThat(tried(root).statusCode()).isEqualTo(200);
    }

    @Test
    void logins_areBoundedByThemselves() {
        String root = daemon.token("root", Role.ADMIN);
        for (int i = 0; i < 3; i++) {
            assertThat(loggedIn("guess").statusCode()).isEqualTo(401);
        }

        assertThat(loggedIn(root).statusCode()).isEqualTo(429);
        assertThat(tried(root).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> tried(String token) {
        return client.get(ALERTS, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> loggedIn(String token) {
        return client.send("POST", "/login", "token=" + token, "Content-Type", "application/x-www-form-urlencoded");
    }
}
