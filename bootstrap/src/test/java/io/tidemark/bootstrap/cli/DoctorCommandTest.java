package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class DoctorCommandTest {
    private static final String READY = "GET /health/ready";
    private static final long MEBIBYTE = 1024 * 1024;

    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @TempDir
    private Path folder;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void doctor_isContentWithAReadyDaemon() {
        daemon.answering(
                        READY,
                        200,
                        "{\"status\":\"ready\",\"parts\":{\"database\":{\"status\":\"up\",\"detail\":\"18.6\"}}}")
                .answering("GET /api/v1/status", 200, "{\"version\":\"1\",\"recording\":{\"dropped\":0}}");

        var outcome = doctor();

        assertThat(outcome.out().lines())
                .contains(
                        "ok    Daemon: ready at " + daemon.url(),
                        "ok    Daemon's database: up, 18.6",
                        "      version: 1",
                        "      recording: {\"dropped\":0}");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void doctor_namesThePartThatIsDown() {
        daemon.answering(READY, 503, """
                {"status":"not ready","parts":{"database":{"status":"down","detail":"refused"}}}""");

        var outcome = doctor();

        assertThat(outcome.out().lines())
                .contains("fail  Daemon's database: down, refused", "      remedy: look into the daemon's log");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void doctor_findsAnotherProgramOnThePort() {
        var outcome = doctor();

        assertThat(outcome.out()).contains("fail  Daemon: What answers at " + daemon.url() + " is no Tidemark daemon");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void doctor_findsThePortFree() {
        daemon.close();

        assertThat(doctor().out()).contains("ok    Port: 127.0.0.1:" + daemon.port() + " is free");
    }

    @Test
    void doctor_findsAnAddressThatCannotBeListenedOn() {
        assertThat(doctor("--host", "no_such.invalid").out())
                .contains("fail  Port: no_such.invalid:" + daemon.port() + " cannot be listened on");
    }

    @Test
    void doctor_missesTheDaemonThatWasNamed() {
        daemon.close();

        var outcome = doctor("--url", daemon.url());

        assertThat(outcome.out()).contains("fail  Daemon: nothing answers at " + daemon.url());
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void doctor_listsTheMistakesInTheSettings() throws Exception {
        var file = Files.writeString(folder.resolve("t.yaml"), "htp: 1\ndatabase: {pool-size: 0}\n");

        var outcome = shell.run("doctor", "--config", file.toString(), "--url", daemon.url());

        assertThat(outcome.out())
                .contains(
                        "fail  Settings: " + file + ":1:1: unknown key", "fail  Settings: " + file + ":2:23: database");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void doctor_findsADataFolderThatCannotBeMade() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(doctor("--data", file.resolve("below").toString()).out())
                .contains("fail  Data folder: " + file + " is not a folder that this user may write to");
    }

    @Test
    void doctor_looksForJarsInPluginFolders() throws Exception {
        Files.createDirectories(folder.resolve("full/slack"));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("full/slack/slack.jar"), "");
        var file = Files.writeString(
                folder.resolve("t.yaml"),
                "plugins: {folders: ['%1$s/full', '%1$s/empty', '%1$s/none']}".formatted(folder));

        assertThat(doctor("--config", file.toString()).out().lines())
                .contains(
                        "ok    Plugins: " + folder + "/full, 1 jar",
                        "warn  Plugins: " + folder + "/empty holds no jar",
                        "fail  Plugins: " + folder + "/none is no folder");
    }

    @Test
    void space_isJudgedByWhatPostgresNeeds() {
        assertThat(MachineChecks.space(folder, 99 * MEBIBYTE).level()).isEqualTo(Finding.Level.FAIL);
        assertThat(MachineChecks.space(folder, 100 * MEBIBYTE).level()).isEqualTo(Finding.Level.WARN);
        assertThat(MachineChecks.space(folder, 1024 * MEBIBYTE).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void java_olderThan17Fails() {
        assertThat(MachineChecks.java(Runtime.Version.parse("11.0.2")).level()).isEqualTo(Finding.Level.FAIL);
        assertThat(MachineChecks.java(Runtime.Version.parse("17")).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void doctor_asJsonListsItsFindings() {
        daemon.answering(READY, 200, "{\"status\":\"ready\",\"parts\":{}}");

        var json = new JsonMapper().readTree(doctor("--json").out());

        assertThat(json.path("findings").path(0).path("level").asString()).isEqualTo("OK");
        assertThat(json.path("findings").path(0).path("subject").asString()).isEqualTo("Java");
    }

    private CommandFixture.Outcome doctor(String... more) {
        var standard = Stream.of(
                "doctor",
                "--port",
                String.valueOf(daemon.port()),
                "--data",
                folder.resolve("data").toString());
        var own = Arrays.asList(more);
        return shell.run(Stream.concat(standard.limit(own.contains("--data") ? 3 : 5), own.stream())
                .toArray(String[]::new));
    }
}
