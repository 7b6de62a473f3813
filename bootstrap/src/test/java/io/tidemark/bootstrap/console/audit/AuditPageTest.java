package io.tidemark.bootstrap.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void change() {
        OnDuty.spend(daemon, "commit");
        client.send("DELETE", "/api/v1/windows?name=commit&by=bob", "");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void change_saysWhoDidWhat_andHowItWasBefore() {
        assertThat(client.get("/audit").body())
                .contains(
                        "bob removed window commit",
                        "<bdi>weekly sat,sun 22:00-06:00 Europe/Berlin</bdi>",
                        "added destination");
    }

    @Test
    void changes_areThoseOfAKindAndAPerson() {
        assertThat(client.get("/audit?kind=window&name=&by=bob").body())
                .contains("removed window")
                .doesNotContain("added window", "added silence");
        assertThat(client.get("/audit?by=nobody").body()).contains("No such change");
    }

    @Test
    void schedulesThresholdsAndTheCatalogue_areThere_withWhatWasBefore() {
        client.send(
                "PUT",
                "/api/v1/jobs/watch/schedule",
                "{\"cron\":\"0 3 * * *\",\"by\":\"ada\"}",
                "Content-Type",
                "application/json");
        client.send(
                "PUT",
                "/api/v1/detection-rules/commit",
                "{\"warning\":5,\"by\":\"ada\"}",
                "Content-Type",
                "application/json");
        client.send("DELETE", "/api/v1/detection-rules/commit?by=eve", "", "Content-Type", "application/json");
        client.post("/api/v1/catalogue", "{\"operation\":\"commit\",\"tracked\":false,\"by\":\"ada\"}");

        assertThat(client.get("/audit?kind=job").body())
                .contains("changed job <a", "*/5 * * * * Europe/Berlin", "0 3 * * * Europe/Berlin");
        assertThat(client.get("/audit?kind=detection-rule").body())
                .contains("added detection-rule <a", "removed detection-rule <a")
                .contains("warning from 5.0, critical from 5.0");
        assertThat(client.get("/audit?kind=operation").body())
                .contains("changed operation <a", "not tracked: Stores the changed objects");
    }
}
