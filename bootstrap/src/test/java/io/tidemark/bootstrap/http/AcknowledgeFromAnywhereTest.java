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
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeFromAnywhereTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Receivers receivers = new Receivers(daemon.address());
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
        assertThat(receivers
                        .slack(token(), daemon.now(), RunningDaemon.CALLBACKS.slackSigningSecret())
                        .statusCode())
                .isEqualTo(200);
        assertThat(acknowledgedBy()).isEqualTo("ada via team");
    }

    @Test
    void slack_refusesWhatIsForgedOrLate() throws Exception {
        String token = token();
        Secret right = RunningDaemon.CALLBACKS.slackSigningSecret();

        assertThat(receivers.slack(token, daemon.now(), new Secret("guessed")).statusCode())
                .isEqualTo(401);
        assertThat(receivers.slack(token, daemon.now().minusSeconds(301), right).statusCode())
                .isEqualTo(401);
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void slack_thatIsReplayed_changesNothing() throws Exception {
        String token = token();
        Secret right = RunningDaemon.CALLBACKS.slackSigningSecret();
        receivers.slack(token, daemon.now(), right);

        assertThat(receivers.slack(token, daemon.now(), right).statusCode()).isEqualTo(410);
    }

    @Test
    void mattermost_acknowledgesByItsToken() throws Exception {
        HttpResponse<String> answer = receivers.mattermost(token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ephemeral_text\":\"You look after it now\"}");
        assertThat(acknowledgedBy()).isEqualTo("ada via team");
    }

    @Test
    void mattermost_saysWhatIsWrongWithAForgedToken() throws Exception {
        HttpResponse<String> answer = receivers.mattermost("forged");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("was not made here");
        assertThat(acknowledgedBy()).isEmpty();
    }

    @Test
    void pagerDuty_acknowledgesAndResolvesWhenItIsPagerDuty() throws Exception {
        Secret right = RunningDaemon.CALLBACKS.pagerDutySecret();

        assertThat(receivers
                        .pagerDuty(Receivers.event("1", "acknowledged", daemon.now()), new Secret("guessed"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(acknowledgedBy()).isEmpty();
        assertThat(receivers
                        .pagerDuty(Receivers.event("1", "acknowledged", daemon.now()), right)
                        .statusCode())
                .isEqualTo(202);
        assertThat(acknowledgedBy()).isEqualTo("Ada L. via PagerDuty");
        assertThat(receivers
                        .pagerDuty(Receivers.event("2", "resolved", daemon.now()), right)
                        .statusCode())
                .isEqualTo(202);
        assertThat(isOver()).isTrue();
    }

    @Test
    void pagerDuty_thatIsLate_changesNothing() throws Exception {
        Instant yesterday = daemon.now().minus(Duration.ofHours(25));

        assertThat(receivers
                        .pagerDuty(
                                Receivers.event("1", "resolved", yesterday), RunningDaemon.CALLBACKS.pagerDutySecret())
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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(daemon.address().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
