package io.tidemark.bootstrap.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.timing.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsPageTest {
    private static final Pattern TITLE = Pattern.compile("<a href=\"/alerts/[0-9]+\"><bdi>([^<]*)</bdi>");

    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"");

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void list_showsOpenAlerts_theOneSeenLastFirst() {
        broke("commit", Severity.WARNING);
        daemon.passes(Duration.ofMinutes(1));
        broke("merge", Severity.CRITICAL);

        assertThat(titles("/alerts"))
                .containsExactly(
                        "merge is slow: 14.0 ms, 2.80 times its normal p99 of 5.00 ms",
                        "commit is slow: 14.0 ms, 2.80 times its normal p99 of 5.00 ms");
        assertThat(body("/alerts")).contains("2 alerts are not over");
    }

    @Test
    void alert_tellsWhatWasDeployedBeforeItBegan() {
        Instant now = daemon.now();
        daemon.tidemark().deployments().record(deployed("2.3.1", now.minus(Duration.ofMinutes(12)), "commit"));
        daemon.tidemark().deployments().record(deployed("too early", now.minus(Duration.ofMinutes(61)), "commit"));
        daemon.tidemark().deployments().record(deployed("9.9.9", now.minus(Duration.ofMinutes(3)), "merge"));
        daemon.ran("commit", Duration.ofMillis(5), 10);
        broke("commit", Severity.WARNING);

        String page = body("/alerts/" + OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED));

        assertThat(page)
                .contains(
                        "<dt>Deployed</dt>",
                        "<a href=\"https://ci.example.org/7\" rel=\"noreferrer\"><bdi>2.3.1</bdi></a>")
                .contains("12 min before it began")
                .contains("2.3.1 deployed, by ci")
                .doesNotContain("9.9.9");
        assertThat(page.split("<dt>Deployed</dt>", -1)).hasSize(2);
    }

    @Test
    void list_leavesOutWhatIsOver_unlessAllAreAskedFor() {
        broke("commit", Severity.WARNING);
        daemon.tidemark().alerting().desk().resolve(OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED), "ada");

        assertThat(body("/alerts")).contains("No open alerts", "tidemark drill");
        assertThat(titles("/alerts?state=all")).hasSize(1);
        assertThat(body("/alerts?state=all")).contains("resolved by ada", "All of them are over");
    }

    @Test
    void list_isFilteredBySeverityTypeAndName() {
        broke("commit", Severity.WARNING);
        broke("merge_branches", Severity.CRITICAL);

        assertThat(titles("/alerts?severity=critical"))
                .singleElement()
                .asString()
                .startsWith("merge_branches");
        assertThat(titles("/alerts?operation=COMM")).singleElement().asString().startsWith("commit");
        assertThat(titles("/alerts?type=threshold_exceeded&severity=&operation="))
                .hasSize(2);
        assertThat(body("/alerts?type=anomaly")).contains("No alert matches");
    }

    @Test
    void list_goesOnWithOlderOnes() {
        for (int i = 0; i < 201; i++) {
            broke("op_" + i, Severity.WARNING);
            daemon.passes(Duration.ofSeconds(1));
        }
        String first = body("/alerts");
        String older = OLDER.matcher(first).results().findFirst().orElseThrow().group(1);

        assertThat(first).contains("Shown are 200, those seen last first.");
        assertThat(titles(older.replace("&amp;", "&")))
                .singleElement()
                .asString()
                .startsWith("op_0 ");
    }

    @Test
    void list_refusesAPlaceThatIsNone() {
        assertThat(client.get("/alerts?after=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void list_refusesAnUnknownSeverity_andListsThoseThereAre() {
        HttpResponse<String> answer = client.get("/alerts?severity=bad");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("severity 'bad' must be one of info, warning, critical");
    }

    @Test
    void alert_saysWhatWasExpectedWhatWasSeenAndWhatWouldHaveKeptItQuiet() {
        OnDuty.spend(daemon, "commit");

        assertThat(body("/alerts/" + OnDuty.alert(daemon, AlertType.DEGRADATION)))
                .contains(
                        "Expected 5.00 ms to 7.20 ms, by the first half of 7 days (1200 samples around 6.00 ms).",
                        "It was 900 % (54.0 ms) above that.",
                        "a limit above 900 would have kept it quiet.");
    }

    @Test
    void alert_tellsWhatHappenedInItsOrder() {
        OnDuty.spend(daemon, "commit");
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        daemon.tidemark().alerting().desk().acknowledge(alert, "ada", "the vacuum", null);

        assertThat(body("/alerts/" + alert).replaceAll("<[^>]*>", " "))
                .containsSubsequence("Raised", "Told team", "Taken on by ada", "the vacuum");
    }

    @Test
    void alertThatIsOver_stillTellsWhoHadTakenItOn() {
        OnDuty.spend(daemon, "commit");
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        daemon.tidemark().alerting().desk().acknowledge(alert, "ada", "the vacuum", null);
        daemon.tidemark().alerting().desk().resolve(alert, "bob");

        assertThat(body("/alerts/" + alert).replaceAll("<[^>]*>", " "))
                .contains("Taken on by ada", "the vacuum", "Resolved by bob");
    }

    @Test
    void alert_isMarkedInThePictureOfItsOperation() {
        OnDuty.spend(daemon, "commit");

        assertThat(body("/alerts/" + OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED)))
                .contains("<title>raised at 20 Nov 14:51</title>", "data-from=\"2026-11-20T12:50:00Z\"");
    }

    @Test
    void alert_saysWhichRoutesTakeIt_andWhatTheyTell() {
        broke("commit", Severity.WARNING);

        assertThat(body("/alerts/" + OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED)))
                .contains("takes it, and the next ones are asked as well", "as it is not severity=~CRITICAL");
    }

    @Test
    void alertThatNobodyKnows_isNotFound() {
        HttpResponse<String> answer = client.get("/alerts/4711", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is nothing at /alerts/4711");
    }

    @Test
    void overview_leadsToTheAlert() {
        broke("commit", Severity.WARNING);

        assertThat(body("/"))
                .contains("href=\"/alerts/%d\"".formatted(OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED)));
    }

    private void broke(String operation, Severity severity) {
        daemon.saw(severity, Scope.of(operation), new Figures(14_000, 5_000, 2.8));
    }

    private String body(String path) {
        return client.get(path, "Accept", "text/html").body();
    }

    private List<String> titles(String path) {
        return TITLE.matcher(body(path)).results().map(match -> match.group(1)).toList();
    }

    private static Deployment deployed(String version, Instant at, String operation) {
        return new Deployment(version, at, List.of(operation), new Report("ci", "https://ci.example.org/7", null));
    }
}
