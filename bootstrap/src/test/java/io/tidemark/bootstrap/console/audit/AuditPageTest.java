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
}
