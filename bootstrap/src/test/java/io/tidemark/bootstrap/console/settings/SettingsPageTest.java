package io.tidemark.bootstrap.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void settings_tellWhereTheyComeFrom_andNoSecret() {
        assertThat(client.get("/settings").body())
                .contains("<code>http.port</code>", "8080", "tidemark.yaml:3", "<code>\"***\"</code>");
    }

    @Test
    void routes_explainWhereAnAlertWouldGo() {
        assertThat(client.get("/settings?operation=commit&severity=CRITICAL").body())
                .contains("takes it, and no other is asked", "To <b><bdi>on-call</bdi></b> (pagerduty) at once");
        assertThat(client.get("/settings?operation=commit&severity=INFO").body())
                .contains("does not take it, as it is not severity=~CRITICAL")
                .doesNotContain("<bdi>on-call</bdi></b> (pagerduty)");
    }

    @Test
    void expectedDeviations_areListedWithWhoAndWhy() {
        client.post("/api/v1/expected-deviations", """
                {"operation":"commit","until":"2026-11-20T18:00:00Z","upToMicros":250000,"who":"ada","why":"the disks"}""");

        assertThat(client.get("/settings").body()).contains("250 ms", "the disks", "Forget");
    }

    @Test
    void tokens_areShownToAdminsAlone() {
        String admin = daemon.token("root", Role.ADMIN);
        String operator = daemon.token("ada", Role.OPERATOR);

        assertThat(client.get("/settings", "Authorization", "Bearer " + admin).body())
                .contains("<bdi>root</bdi>", "in force", "Revoke");
        assertThat(client.get("/settings", "Authorization", "Bearer " + operator)
                        .body())
                .doesNotContain("<bdi>root</bdi>", "Revoke");
    }

    @Test
    void forms_areForAdminsAlone() {
        String admin = daemon.token("root", Role.ADMIN);
        String operator = daemon.token("ada", Role.OPERATOR);

        assertThat(client.get("/settings", "Authorization", "Bearer " + admin).body())
                .contains(
                        "PUT /api/v1/detection-rules/{operation}",
                        "POST /api/v1/catalogue",
                        "POST /api/v1/correlations/rules",
                        "PUT /api/v1/routes");
        assertThat(client.get("/settings", "Authorization", "Bearer " + operator)
                        .body())
                .contains("Log in as admin</a> to give an operation thresholds of its own")
                .doesNotContain(
                        "PUT /api/v1/detection-rules",
                        "POST /api/v1/catalogue",
                        "POST /api/v1/correlations/rules",
                        "PUT /api/v1/routes");
    }
}
