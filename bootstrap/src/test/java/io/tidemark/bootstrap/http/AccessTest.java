package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.access.Role;
import io.tidemark.domain.schedule.Schedule;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String TOKENS = "/api/v1/tokens";
    private static final String ALERTS = "/api/v1/alerts";
    private static final String CI = "{\"name\":\"ci\",\"role\":\"recorder\",\"expiresInSeconds\":3600}";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void withoutTokens_thoseOnThisMachineMayDoWhatTheSettingsSay() {
        assertThat(client.get(TOKENS).body()).isEqualTo("{\"tokens\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void withoutTokens_whoComesByWayOfAProxyMayDoNothing(String header) {
        HttpResponse<String> answer = client.get(ALERTS, header, "192.0.2.7");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("tidemark tokens create NAME --role admin");
    }

    @Test
    void theFirstToken_mustBeAnAdminsAndLast() {
        HttpResponse<String> answer = client.post(TOKENS, CI);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("the first token must be an admin's and not expire");
    }

    @Test
    void aToken_isToldOnce() {
        HttpResponse<String> made = client.post(TOKENS, "{\"name\":\"root\",\"role\":\"admin\"}");
        String token = Client.json(made).path("token").asString();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(token).matches("tidemark_[A-Za-z0-9_-]{43}");
        assertThat(get(TOKENS, token).body()).contains("\"name\":\"root\"").doesNotContain(token);
    }

    @Test
    void fromTheFirstTokenOn_everybodyNeedsOne() {
        daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = client.get(ALERTS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tidemark\"");
        assertThat(answer.body()).contains("TIDEMARK_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics", "/login"})
    void probesAndTheLogin_needNone(String path) {
        daemon.token("root", Role.ADMIN);

        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer tidemark_wrong", "Bearer", "Basic cm9vdDpyb290", "Bearer "})
    void aWrongToken_isRefused_andNotRepeated(String header) {
        daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = client.get(ALERTS, "Authorization", header);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("tidemark tokens list").doesNotContain("tidemark_wrong");
    }

    @Test
    void aWrongToken_isRefused_alsoWhereNoneIsNeeded() {
        assertThat(client.get(ALERTS, "Authorization", "Bearer tidemark_wrong").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER,   GET,    /api/v1/alerts,         200",
        "VIEWER,   POST,   /api/v1/secrets/rotate, 403",
        "VIEWER,   POST,   /api/v1/timings,        403",
        "VIEWER,   GET,    /api/v1/tokens,         403",
        "RECORDER, GET,    /api/v1/alerts,         403",
        "RECORDER, GET,    /,                      403",
        "OPERATOR, GET,    /api/v1/alerts,         200",
        "OPERATOR, POST,   /api/v1/channels,       403",
        "OPERATOR, DELETE, /api/v1/tokens,         403",
        "ADMIN,    GET,    /api/v1/tokens,         200"
    })
    void aRole_mayDoWhatItMay(Role role, String method, String path, int status) {
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("somebody", role);

        HttpResponse<String> answer =
                client.send(method, path, "{}", "Content-Type", "application/json", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aRoleThatIsNotEnough_isToldWhichIs() {
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("ci", Role.RECORDER);

        assertThat(Client.json(get(ALERTS, token)).path("detail").asString())
                .isEqualTo("the token 'ci' has the role recorder: GET /api/v1/alerts needs the role viewer");
    }

    @Test
    void aRecorder_mayRecord() {
        daemon.token("root", Role.ADMIN);
        String token = daemon.token("ci", Role.RECORDER);

        assertThat(client.post("/api/v1/timings", "[]", "Authorization", "Bearer " + token)
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void aRevokedToken_isRefusedAtOnce() {
        String root = daemon.token("root", Role.ADMIN);
        String other = daemon.token("other", Role.VIEWER);

        assertThat(client.send("DELETE", TOKENS + "?name=other", "", "Authorization", "Bearer " + root)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(ALERTS, other).statusCode()).isEqualTo(401);
    }

    @Test
    void theLastTokenOfAnAdmin_cannotBeRevoked() {
        String root = daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer =
                client.send("DELETE", TOKENS + "?name=root", "", "Authorization", "Bearer " + root);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(get(TOKENS, root).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredToken_isRefused() {
        String root = daemon.token("root", Role.ADMIN);
        String ci = Client.json(
                        client.post(TOKENS, CI.replace("recorder", "viewer"), "Authorization", "Bearer " + root))
                .path("token")
                .asString();

        assertThat(get(ALERTS, ci).statusCode()).isEqualTo(200);
        daemon.passes(Duration.ofHours(1));
        assertThat(get(ALERTS, ci).statusCode()).isEqualTo(401);
    }

    @Test
    void whoComesWithAToken_actsUnderItsName() {
        daemon.offers("detect", Schedule.of("0 */6 * * *", "Europe/Berlin"));
        String root = daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = client.send(
                "PUT",
                "/api/v1/jobs/detect/schedule",
                "{\"enabled\":false,\"by\":\"somebody else\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + root);

        assertThat(Client.json(answer).at("/changed/by").asString()).isEqualTo("root");
    }

    @Test
    void whatIsDoneToTokens_isTakenDown() {
        String root = daemon.token("root", Role.ADMIN);
        client.post(TOKENS, CI, "Authorization", "Bearer " + root);
        client.send("DELETE", TOKENS + "?name=ci", "", "Authorization", "Bearer " + root);

        assertThat(Client.json(get("/api/v1/audit?kind=token&name=ci", root)).path("entries"))
                .extracting(entry ->
                        entry.path("by").asString() + " " + entry.path("verb").asString())
                .containsExactly("root revoked", "root added");
    }

    @Test
    void aBrowser_isSentToTheLogin_andBack() {
        String token = daemon.token("root", Role.ADMIN);

        HttpResponse<String> refused = client.get("/", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location")).contains("/login?to=%2F");

        HttpResponse<String> entered = login(token);
        assertThat(entered.statusCode()).isEqualTo(303);
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Max-Age=43200")
                .doesNotContain(token);
        assertThat(client.get("/", "Cookie", cookie.split(";", 2)[0]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongToken_doesNotLogIn() {
        daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = login("tidemark_wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("tidemark_wrong");
    }

    @Test
    void aSession_endsByItself() {
        String cookie = cookie(daemon.token("root", Role.ADMIN));

        daemon.passes(Duration.ofHours(12));

        assertThat(client.get("/", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSession_endsWithItsToken() {
        daemon.token("root", Role.ADMIN);
        String viewer = daemon.token("viewer", Role.VIEWER);
        String cookie = cookie(viewer);

        daemon.parts().administration().access().tokens().revoke("viewer", "ada");

        assertThat(client.get("/", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSession_endsWithTheLogout() {
        String cookie = cookie(daemon.token("root", Role.ADMIN));

        client.send("POST", "/logout", "", "Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie);

        assertThat(client.get("/", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aPageOfSomebodyElse_cannotLogIn() {
        String token = daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = client.send(
                "POST",
                "/login",
                "token=" + token,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "https://elsewhere.example");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example/", "/login"})
    void theLogin_leadsNowhereElse(String target) {
        String token = daemon.token("root", Role.ADMIN);

        HttpResponse<String> answer = client.send(
                "POST",
                "/login",
                "token=" + token + "&to=" + target,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    private String cookie(String token) {
        return login(token).headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private HttpResponse<String> login(String token) {
        return client.send("POST", "/login", "token=" + token, "Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> get(String path, String token) {
        return client.get(path, "Authorization", "Bearer " + token);
    }
}
