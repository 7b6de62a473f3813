package io.tidemark.bootstrap.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void run() {
        OnDuty.spend(daemon, "commit");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void headline_namesTheJobsThatFailedLastTime() {
        assertThat(client.get("/jobs").body()).contains("Failed last time: watch", "the database went away");
    }

    @Test
    void job_tellsWhenItRunsNext_andHowLongItsRunsTook() {
        assertThat(client.get("/jobs").body())
                .contains("<code>0 1 * * *</code> UTC", "21 Nov 01:00, in 10 h", "how long its last runs took");
    }

    @Test
    void job_thatWasAskedForSaysByWhom() {
        client.post("/api/v1/jobs/watch/runs", "{\"by\":\"ada\"}");

        assertThat(client.get("/jobs").body()).contains("asked for by ada");
    }

    @Test
    void job_whoseScheduleWasChangedSaysByWhom() {
        client.send(
                "PUT",
                "/api/v1/jobs/watch/schedule",
                "{\"enabled\":false,\"by\":\"ada\"}",
                "Content-Type",
                "application/json");

        assertThat(client.get("/jobs").body()).contains("changed by ada", "never by itself", "<b>off</b>");
    }
}
