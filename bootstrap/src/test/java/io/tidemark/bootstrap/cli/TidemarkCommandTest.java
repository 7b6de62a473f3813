package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TidemarkCommandTest {
    private final CommandFixture shell = new CommandFixture();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "demo --help",
                "alerts --help",
                "alerts list --help",
                "baseline --help",
                "baseline calculate --help",
                "jobs --help",
                "jobs list --help",
                "jobs runs --help",
                "jobs schedule --help",
                "jobs run --help",
                "config --help",
                "config check --help",
                "config show --help",
                "doctor --help"
            })
    void help_showsExamplesAndExitCodes(String line) {
        var outcome = shell.run(line.split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Example", "  tidemark ", "Exit codes:");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void help_ofRunNamesTheDefaultsOfTheSettings() {
        shell.run("run");
        var defaults = shell.started().get(0);

        assertThat(shell.run("run", "--help").out().replaceAll("\\s+", " "))
                .contains("./" + defaults.data().getFileName() + " if not")
                .contains(defaults.http().host() + " if not")
                .contains(defaults.http().port() + " if not");
    }

    @Test
    void version_namesTheProgramAndJava() {
        assertThat(shell.run("--version").out()).startsWith("tidemark ").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu|Unknown command 'rnu'. Did you mean 'run'?",
                "alert list|Unknown command 'alert'. Did you mean 'alerts'?",
                "alerts lst|Unknown command 'lst'. Did you mean 'list'?",
                "run --prot 5|Unknown option '--prot'. Did you mean '--port'?",
                "run now|Unknown argument 'now'.",
                "alerts|Missing required subcommand.",
                "baseline calculate|Missing required parameter: 'OPERATION'.",
                "alerts list --url http://h:70000|Invalid value for option '--url': 'http://h:70000' must be like"
                        + " http://127.0.0.1:7117.",
                "alerts list --url //nowhere|Invalid value for option '--url': '//nowhere' must be like http://127.0.0.1:7117.",
            })
    void wrongUsage_saysWhatWasMeant(String line, String sentence) {
        var outcome = shell.run(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(sentence + System.lineSeparator()).contains("--help'.");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void wrongCommand_listsTheCommands() {
        assertThat(shell.run("fly").err())
                .contains(
                        "The commands are run, demo, record, status, alerts, silences, windows, routes, operations, deployments, baseline, detect, backtest, jobs, deliver, change-points, merges, traces, correlate, sample, config, schema, tokens, secrets, channels, drill, audit, doctor, completion.");
    }

    @Test
    void run_startsTheDaemonWithFileAndOptions() throws Exception {
        var file = Files.writeString(folder.resolve("t.yaml"), "http: {host: localhost, port: 1}\n");

        var outcome = shell.run("run", "--config", file.toString(), "--port", "8080", "--data", "d");

        assertThat(outcome.exitCode()).isZero();
        assertThat(shell.started()).singleElement().satisfies(settings -> {
            assertThat(settings.http().host()).isEqualTo("localhost");
            assertThat(settings.http().port()).isEqualTo(8080);
            assertThat(settings.data()).isEqualTo(Path.of("d"));
        });
    }

    @Test
    void run_answersWithTheExitCodeOfTheDaemon() {
        assertThat(shell.run("run", "--demo", "--demo-days", "42").exitCode()).isEqualTo(42);
    }

    @Test
    void run_withoutTheDemoStartsNone() {
        assertThat(shell.run("run", "--demo-days", "42").exitCode()).isZero();
    }

    @Test
    void run_refusesAPastThatNobodyKeeps() {
        var outcome = shell.run("run", "--demo", "--demo-days", "0");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--demo-days", "'0' must be a whole number from 1 to 400");
    }

    @Test
    void run_withWrongSettingsListsTheMistakesAndStartsNothing() throws Exception {
        var file = Files.writeString(folder.resolve("t.yaml"), "htp: 1\nshutdown: {grace: 1}\n");

        var outcome = shell.run("run", "--config", file.toString(), "--port", "x");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("option --port: "))
                .anyMatch(line -> line.startsWith(file + ":1:1: "))
                .anyMatch(line -> line.startsWith(file + ":2:19: "));
        assertThat(shell.started()).isEmpty();
    }

    @Test
    void expectedFailure_isOneSentence() {
        var outcome = shell.launching((settings, demo) -> {
                    throw CommandFailure.cannot("The folder is taken.", new IllegalStateException("why"));
                })
                .run("run");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("The folder is taken." + System.lineSeparator());
    }

    @Test
    void expectedFailure_showsItsTraceWhenAskedTo() {
        var outcome = shell.with("TIDEMARK_DEBUG", "1")
                .launching((settings, demo) -> {
                    throw CommandFailure.cannot("The folder is taken.", new IllegalStateException("why"));
                })
                .run("run");

        assertThat(outcome.err()).contains("Caused by: java.lang.IllegalStateException: why", "\tat io.tidemark.");
    }

    @Test
    void unexpectedFailure_saysHowToLearnMore() {
        var outcome = shell.launching((settings, demo) -> {
                    throw new IllegalStateException("broken");
                })
                .run("run");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().lines())
                .containsExactly("Unexpected failure: java.lang.IllegalStateException: broken"
                        + " (TIDEMARK_DEBUG=1 shows where)");
    }

    @Test
    void configCheck_isFineWithTheDefaults() {
        var outcome = shell.run("config", "check");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("The settings are fine");
    }

    @Test
    void configCheck_ofAMissingFileIsAMistake() {
        var outcome = shell.run("config", "check", "--config", "nowhere.yaml");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("nowhere.yaml: there is no such file");
    }

    @Test
    void configShow_printsYamlWithOriginsAndOptions() {
        var outcome = shell.run("config", "show", "--port", "8080");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("  host: 127.0.0.1  # default", "  port: 8080  # option --port");
    }
}
