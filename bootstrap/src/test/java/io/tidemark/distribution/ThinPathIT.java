package io.tidemark.distribution;

import static io.tidemark.distribution.TidemarkProcess.PATIENCE;
import static io.tidemark.distribution.TidemarkProcess.freePort;
import static io.tidemark.distribution.TidemarkProcess.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import io.tidemark.distribution.TidemarkProcess.Ended;
import io.tidemark.domain.timing.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an application that records, over PostgreSQL and the daemon of the distribution, to a receiver of Slack's
 * messages, and what people see of it: every part is the one that users get.
 */
class ThinPathIT {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static SlackReceiver slack;
    private static int port;
    private static Path settings;

    @BeforeAll
    static void setUp() throws IOException {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
        slack = SlackReceiver.start();
        port = freePort();
        settings = Files.writeString(folder.resolve("tidemark.yaml"), """
                database:
                  url: %s
                  user: %s
                  password: %s
                http:
                  port: %d
                delivery:
                  allow-loopback: true
                  allow-plain-http: true
                destinations:
                  team:
                    channel: slack
                    webhook-url: %s
                routes:
                  - severity: warning
                    destinations: [team]
                """.formatted(
                        postgres.jdbcUrl(), postgres.user(), postgres.password().reveal(), port, slack.webhook()));
    }

    @AfterAll
    static void tearDown() {
        slack.close();
        postgres.close();
    }

    @Test
    void slowCommit_reachesSlackAndEverybodySeesIt() throws Exception {
        try (TidemarkProcess daemon = TidemarkProcess.start(folder, "run", "--config", settings.toString())) {
            daemon.awaitReady(port);
            try (Tidemark embedded = Tidemark.open(TidemarkSettings.defaults()
                    .withPostgres(
                            postgres.jdbcUrl(),
                            postgres.user(),
                            postgres.password().reveal()))) {
                recordNormalCommits(embedded);
                assertThat(tidemark("baseline", "calculate", "commit"))
                        .satisfies(ended ->
                                assertThat(ended.exitCode()).as(ended.output()).isZero());
                recordSlowCommitsUntilSlackHears(embedded);
            }

            assertThat(slack.bodies.take()).contains("commit is slow");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tidemark("alerts", "list"))
                            .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(1))
                            .extracting(Ended::output)
                            .asString()
                            .contains("commit", "team", "delivered"));
            assertThat(get(port, "/")).contains("id=\"alert-1\"", "commit is slow", "team");
            assertThat(get(port, "/metrics")).contains("tidemark_outbox_notifications{status=\"delivered\"} 1.0");

            Ended ended = daemon.terminate();
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output())
                    .doesNotContain("secret-of-the-hook", postgres.password().reveal());
        }
    }

    private static void recordNormalCommits(Tidemark embedded) {
        for (int i = 0; i < 200; i++) {
            embedded.record("commit", Duration.ofMillis(3).plusNanos(i * 1_000L), Context.of("ada"));
        }
        await().atMost(PATIENCE).until(() -> embedded.report().written() == 200);
    }

    /** The daemon's new baseline reaches the application a moment later. */
    private static void recordSlowCommitsUntilSlackHears(Tidemark embedded) {
        Context onMain = Context.of("ada").onBranch("main");
        await().atMost(PATIENCE).until(() -> {
            embedded.record("commit", Duration.ofMillis(60), onMain);
            return !slack.bodies.isEmpty();
        });
    }

    private static Ended tidemark(String... words) throws IOException, InterruptedException {
        String[] arguments = new String[words.length + 2];
        System.arraycopy(words, 0, arguments, 0, words.length);
        arguments[words.length] = "--url";
        arguments[words.length + 1] = "http://127.0.0.1:" + port;
        return TidemarkProcess.run(folder, arguments);
    }
}
