package io.tidemark.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.settings.Secret;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeFromAnywhereTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void commitIsSlow() {
        daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(14_000, 6_000, 14.0 / 6));
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void page_asksBeforeItActs() throws Exception {
        HttpResponse<String> page = send(request("/a/" + token()).GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("commit is slow").contains("<form");
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void form_acknowledgesOnce() throws Exception {
        String token = token();

        HttpResponse<String> first = pressed(token, "Ada");
        HttpResponse<String> second = pressed(token, "Bob");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(acknowledgedBy()).isEqualTo("Ada via team");
        assertThat(second.statusCode()).isEqualTo(410);
    }

    @Test
    void form_thatComesSecondWithAnotherLink_isToldWhoWasFirst() throws Exception {
        pressed(token(), "Ada");

        HttpResponse<String> second = pressed(token("on-call"), "Bob");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Ada via team looks after it");
    }

    @Test
    void form_withoutAName_isRefused() throws Exception {
        assertThat(pressed(token(), " ").statusCode()).isEqualTo(400);
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void link_thatWasForged_isRefused() throws Exception {
        HttpResponse<String> page =
                send(request("/a/" + token().replaceFirst("..$", "AA")).GET());

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(pressed("nonsense", "Mallory").statusCode()).isEqualTo(403);
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void link_thatIsTooOld_isRefused() throws Exception {
        String token = token();
        daemon.passes(Duration.ofDays(8));

        assertThat(pressed(token, "Ada").statusCode()).isEqualTo(410);
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void slack_acknowledgesWhenItIsSlack() throws Exception {
        String body = slackBody(token());

        assertThat(slack(body, now(), RunningDaemon.CALLBACKS.slackSigningSecret())
                        .statusCode())
                .isEqualTo(200);
        assertThat(acknowledgedBy()).isEqualTo("ada via team");
    }

    @Test
    void slack_refusesWhatIsForgedOrLate() throws Exception {
        String body = slackBody(token());
        Secret right = RunningDaemon.CALLBACKS.slackSigningSecret();

        assertThat(slack(body, now(), new Secret("guessed")).statusCode()).isEqualTo(401);
        assertThat(slack(body, now() - 301, right).statusCode()).isEqualTo(401);
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void slack_thatIsReplayed_changesNothing() throws Exception {
        String body = slackBody(token());
        Secret right = RunningDaemon.CALLBACKS.slackSigningSecret();
        slack(body, now(), right);

        assertThat(slack(body, now(), right).statusCode()).isEqualTo(410);
    }

    @Test
    void mattermost_acknowledgesByItsToken() throws Exception {
        HttpResponse<String> answer = mattermost(token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ephemeral_text\":\"You look after it now\"}");
        assertThat(acknowledgedBy()).isEqualTo("ada via team");
    }

    @Test
    void mattermost_saysWhatIsWrongWithAForgedToken() throws Exception {
        HttpResponse<String> answer = mattermost("forged");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("was not made here");
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void pagerDuty_acknowledgesAndResolvesWhenItIsPagerDuty() throws Exception {
        Secret right = RunningDaemon.CALLBACKS.pagerDutySecret();

        assertThat(pagerDuty(event("1", "acknowledged", daemon.now()), new Secret("guessed"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(acknowledgedBy()).isEmpty();
        assertThat(pagerDuty(event("1", "acknowledged", daemon.now()), right).statusCode())
                .isEqualTo(202);
        assertThat(acknowledgedBy()).isEqualTo("Ada L. via PagerDuty");
        assertThat(pagerDuty(event("2", "resolved", daemon.now()), right).statusCode())
                .isEqualTo(202);
        assertThat(isOver()).isTrue();
    }

    @Test
    void pagerDuty_thatIsLate_changesNothing() throws Exception {
        Instant yesterday = daemon.now().minus(Duration.ofHours(25));

        assertThat(pagerDuty(event("1", "resolved", yesterday), RunningDaemon.CALLBACKS.pagerDutySecret())
                        .statusCode())
                .isEqualTo(202);

        assertThat(isOver()).isFalse();
    }

    private String token() {
        return token("team");
    }

    private String token(String destination) {
        return daemon.tidemark().alerting().acknowledgementLinks().token(1, destination, daemon.now());
    }

    private String acknowledgedBy() {
        return daemon.tidemark()
                .alerting()
                .reader()
                .find(1)
                .map(report -> report.alert().state() instanceof Acknowledged taken ? taken.by() : "")
                .orElseThrow();
    }

    private boolean isOver() {
        return daemon.tidemark()
                .alerting()
                .reader()
                .find(1)
                .orElseThrow()
                .alert()
                .state()
                .isOver();
    }

    private HttpResponse<String> pressed(String token, String name) throws Exception {
        String form = "name=" + URLEncoder.encode(name, UTF_8) + "&note=";
        return send(request("/a/" + token).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }

    private static String slackBody(String token) {
        String payload = """
                {"type":"block_actions","user":{"id":"U1","name":"ada"},
                 "actions":[{"action_id":"acknowledge","value":"%s"}]}
                """.formatted(token);
        return "payload=" + URLEncoder.encode(payload, UTF_8);
    }

    private HttpResponse<String> slack(String body, long at, Secret secret) throws Exception {
        return send(request("/callbacks/slack")
                .header("Content-Type", FORM)
                .header("X-Slack-Request-Timestamp", Long.toString(at))
                .header("X-Slack-Signature", "v0=" + hmac(secret, "v0:" + at + ":" + body))
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> mattermost(String token) throws Exception {
        String body = "{\"user_name\":\"ada\",\"context\":{\"token\":\"%s\"}}".formatted(token);
        return send(
                request("/callbacks/mattermost").header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
    }

    private static String event(String id, String deed, Instant at) {
        return """
                {"event":{"id":"%s","event_type":"incident.%s","occurred_at":"%s","agent":{"summary":"Ada L."},
                 "data":{"type":"incident","incident_key":"tidemark-alert-1"}}}
                """.formatted(id, deed, at);
    }

    private HttpResponse<String> pagerDuty(String body, Secret secret) throws Exception {
        return send(request("/callbacks/pagerduty")
                .header("Content-Type", JSON)
                .header("X-PagerDuty-Signature", "v1=" + hmac(secret, body))
                .POST(BodyPublishers.ofString(body)));
    }

    private long now() {
        return daemon.now().getEpochSecond();
    }

    private static String hmac(Secret secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(daemon.address().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
