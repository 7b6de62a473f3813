package io.tidemark.distribution;

import static io.tidemark.distribution.TidemarkProcess.PATIENCE;
import static io.tidemark.distribution.TidemarkProcess.freePort;
import static io.tidemark.distribution.TidemarkProcess.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.distribution.TidemarkProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who tries the distribution for the first time, mistakes included. */
class NewcomerIT {
    @TempDir
    Path folder;

    private final int port = freePort();

    @Test
    void demo_showsAPageAndTellsOfAnAlert_andFindsItsDataAgain() throws Exception {
        try (TidemarkProcess daemon =
                TidemarkProcess.start(folder, "run", "--demo", "--port", Integer.toString(port))) {
            await().atMost(PATIENCE)
                    .until(() -> daemon.output().contains("WARNING FIRING")
                            || daemon.output().contains("CRITICAL FIRING"));
            assertThat(get(port, "/")).contains("<svg", "commit").doesNotContain("https://", "//cdn");
            assertThat(daemon.terminate().exitCode()).isZero();
        }
        try (TidemarkProcess again = TidemarkProcess.start(folder, "run", "--port", Integer.toString(port))) {
            again.awaitReady(port);
            assertThat(get(port, "/api/v1/alerts?state=all")).contains("\"operation\":\"commit\"");
            assertThat(again.terminate().exitCode()).isZero();
        }
    }

    @Test
    void firstStart_saysHowATokenIsMade_andItsFolderCommandsMeanwhile() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        String url = "http://127.0.0.1:" + port;
        try (TidemarkProcess daemon = TidemarkProcess.start(folder, "run", "--port", Integer.toString(port))) {
            daemon.awaitReady(port);
            await().atMost(PATIENCE).until(() -> daemon.output().contains("tidemark tokens create NAME --role admin"));

            Ended refused = TidemarkProcess.run(elsewhere, "sample", "load", "--url", url);
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.output()).contains("--data", "--token", "/login");
            assertThat(TidemarkProcess.run(elsewhere, "operations", "list", "--url", url)
                            .exitCode())
                    .isZero();

            assertThat(TidemarkProcess.run(folder, "sample", "load").exitCode()).isZero();
            assertThat(TidemarkProcess.run(folder, "tokens", "create", "ada", "--role", "admin")
                            .exitCode())
                    .isZero();
            assertThat(TidemarkProcess.run(elsewhere, "operations", "list", "--url", url)
                            .exitCode())
                    .isEqualTo(3);
            assertThat(daemon.terminate().exitCode()).isZero();
        }
        assertThat(folder.resolve("tidemark-data/local-token")).doesNotExist();
    }

    @Test
    void killedDaemon_startsAgainWithItsData() throws Exception {
        try (TidemarkProcess daemon =
                TidemarkProcess.start(folder, "run", "--demo", "--port", Integer.toString(port))) {
            daemon.awaitReady(port);
            await().atMost(PATIENCE)
                    .until(() -> get(port, "/api/v1/operations?hours=6").contains("\"commit\""));
            daemon.kill();
            assertThat(TidemarkProcess.run(folder, "alerts", "list").output())
                    .startsWith("No daemon answers at http://127.0.0.1:" + port);
        }
        try (TidemarkProcess again = TidemarkProcess.start(folder, "run", "--port", Integer.toString(port))) {
            again.awaitReady(port);
            assertThat(get(port, "/api/v1/operations?hours=6")).contains("\"commit\"");
            assertThat(again.terminate().exitCode()).isZero();
        }
    }

    @Test
    void ownPlugin_isDroppedInAndTells() throws Exception {
        OwnPlugin.dropInto(folder.resolve("plugins"), folder.resolve("workshop"));
        Path told = folder.resolve("told.txt");
        Path settings = settings("path: " + told);
        try (TidemarkProcess daemon = TidemarkProcess.start(
                folder, "run", "--demo", "--port", Integer.toString(port), "--config", settings.toString())) {
            await().atMost(PATIENCE).until(() -> Files.exists(told) && Files.size(told) > 0);
            assertThat(Files.readString(told)).contains("is slow");
            assertThat(daemon.terminate().exitCode()).isZero();
        }
    }

    @Test
    void ownPluginWithWrongSettings_saysAllThatIsWrongAndWhere() throws Exception {
        OwnPlugin.dropInto(folder.resolve("plugins"), folder.resolve("workshop"));
        Path settings = settings("pth: here\n    copies: 9");

        Ended ended =
                TidemarkProcess.run(folder, "run", "--port", Integer.toString(port), "--config", settings.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output())
                .contains("destinations.mine.path: is missing", "destinations.mine.copies: '9'", "pth", "yaml:7")
                .doesNotContain("\tat ");
    }

    @Test
    void configCheck_findsWhatOnlyThePluginKnows() throws Exception {
        Path settings = Files.writeString(folder.resolve("tidemark.yaml"), """
                destinations:
                  team:
                    channel: slack
                    webhook-ulr: https://hooks.slack.example/services/T/B/X
                """);

        Ended ended = TidemarkProcess.run(folder, "config", "check", "--config", settings.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("tidemark.yaml:4", "webhook-ulr", "webhook-url");
        assertThat(folder.resolve("tidemark-data")).doesNotExist();
    }

    @Test
    void wrongDatabaseUrl_isOneSentence() throws Exception {
        Ended ended = TidemarkProcess.run(
                folder,
                "run",
                "--port",
                Integer.toString(port),
                "--database-url",
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/none?user=a&password=hunter2");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.output()).contains("none").doesNotContain("\tat ", "hunter2");
    }

    @Test
    void portInUse_isOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = Integer.toString(taken.getLocalPort());

            Ended ended = TidemarkProcess.run(folder, "run", "--port", other);

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.output())
                    .contains("cannot listen on 127.0.0.1:" + other, "--port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void misspeltKey_isOneSentenceWithALineAndASuggestion() throws Exception {
        Path settings = Files.writeString(folder.resolve("tidemark.yaml"), "htpp:\n  port: 1\n");

        Ended ended = TidemarkProcess.run(folder, "run", "--config", settings.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("tidemark.yaml:1:1", "\"http\"").doesNotContain("\tat ");
    }

    @Test
    void folderInUse_isOneSentence() throws Exception {
        try (TidemarkProcess first = TidemarkProcess.start(folder, "run", "--port", Integer.toString(port))) {
            first.awaitReady(port);

            Ended second = TidemarkProcess.run(folder, "run", "--port", Integer.toString(freePort()));

            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.output()).contains("tidemark-data").doesNotContain("\tat ");
            assertThat(first.terminate().exitCode()).isZero();
        }
    }

    private Path settings(String destination) throws IOException {
        return Files.writeString(folder.resolve("tidemark.yaml"), """
                plugins:
                  folders: [plugins]
                destinations:
                  mine:
                    channel: acme-file
                    %s
                routes:
                  - severity: info
                    destinations: [mine]
                """.formatted(destination));
    }
}
