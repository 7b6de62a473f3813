package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.settings.WithoutToken;
import io.tidemark.domain.access.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what on the daemon's own machine. */
class LocalAccessTest {
    private static final String TIMING = "[{\"operation\":\"commit\",\"durationMillis\":3,\"user\":\"ada\"}]";

    private final RunningDaemon daemon = RunningDaemon.startFor(WithoutToken.VIEW);
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                       200",
        "GET,    /api/v1/alerts,          200",
        "GET,    /api/v1/audit,           200",
        "POST,   /api/v1/baselines,       401",
        "POST,   /api/v1/demo,            401",
        "GET,    /api/v1/tokens,          401",
        "POST,   /api/v1/tokens,          401",
        "DELETE, /api/v1/silences/1,      401",
        "PUT,    /api/v1/windows,         401"
    })
    void withoutAToken_callersMayLook_butNotChange(String method, String path, int status) {
        assertThat(client.send(method, path, "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void withoutAToken_callersMayRecord() {
        assertThat(client.post("/api/v1/timings", TIMING).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRefused_saysWhatToDo() {
        HttpResponse<String> answer = client.post("/api/v1/demo", "{}");

        assertThat(Client.json(answer).path("detail").asString())
                .contains("--data", "--token", "/login", "tidemark tokens create NAME --role admin");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void theLogin_saysHowTheFirstTokenIsMade_untilThereIsOne() {
        assertThat(client.get("/login").body()).contains("tidemark tokens create NAME --role admin");

        daemon.token("root", Role.ADMIN);

        assertThat(client.get("/login").body()).doesNotContain("--role admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void whoComesByWayOfAProxy_isNoneOfThisMachine(String header) {
        assertThat(client.get("/api/v1/alerts", header, "192.0.2.7").statusCode())
                .isEqualTo(401);
        assertThat(client.post("/api/v1/timings", TIMING, header, "192.0.2.7").statusCode())
                .isEqualTo(401);
    }

    @Test
    void nothingAllowed_isNothing() {
        try (RunningDaemon closed = RunningDaemon.startFor(WithoutToken.NOTHING)) {
            Client other = new Client(closed.address());

            assertThat(other.get("/api/v1/alerts").statusCode()).isEqualTo(401);
            assertThat(other.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
            assertThat(other.post("/api/v1/timings", TIMING).statusCode()).isEqualTo(401);
            assertThat(other.get("/api/v1/alerts", "Authorization", "Bearer " + closed.localToken())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theOwnerOfTheDataFolder_mayDoEverything_underTheirName() {
        HttpResponse<String> made = client.post(
                "/api/v1/tokens", "{\"name\":\"root\",\"role\":\"admin\",\"by\":\"somebody else\"}", bearer());

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(Client.json(client.get("/api/v1/audit", bearer()))
                        .at("/entries/0/by")
                        .asString())
                .isEqualTo("ada (local)");
    }

    @Test
    void theOwnerOfTheDataFolder_isLetInAlsoWhenThereAreTokens() {
        daemon.token("root", Role.ADMIN);

        assertThat(client.get("/api/v1/tokens", bearer()).statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/alerts").statusCode()).isEqualTo(401);
    }

    @Test
    void theLocalToken_isNoTokenForOthersToBeAskedFor() {
        client.get("/api/v1/tokens", bearer());

        assertThat(client.get("/api/v1/alerts").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/tokens", bearer()).body()).isEqualTo("{\"tokens\":[]}");
    }

    @Test
    void theLocalToken_countsOnThisMachineOnly() {
        HttpResponse<String> answer =
                client.get("/api/v1/alerts", "Authorization", "Bearer " + daemon.localToken(), "Via", "1.1 proxy");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain(daemon.localToken());
    }

    @Test
    void theLocalTokenOfAnEarlierRun_isRefused() {
        try (RunningDaemon earlier = RunningDaemon.startFor(WithoutToken.VIEW)) {
            assertThat(client.get("/api/v1/alerts", "Authorization", "Bearer " + earlier.localToken())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theLocalToken_logsABrowserIn() {
        HttpResponse<String> entered = client.send(
                "POST", "/login", "token=" + daemon.localToken(), "Content-Type", "application/x-www-form-urlencoded");
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        assertThat(client.get("/api/v1/tokens", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/tokens", "Cookie", cookie, "Via", "1.1 proxy")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNameThatAnAttackerPointsHere_seesNothing() {
        assertThat(client.statusUnderHost("/api/v1/alerts", "rebound.example")).contains(" 421 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aFormOfAnotherSite_recordsNothing(String type) {
        assertThat(client.send("POST", "/api/v1/timings", TIMING, "Content-Type", type)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aPageOfAnotherSite_recordsNothing() {
        assertThat(client.post("/api/v1/timings", TIMING, "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private String[] bearer() {
        return new String[] {"Authorization", "Bearer " + daemon.localToken()};
    }
}
