package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RecordCommandTest {
    private static final String TIMINGS = "POST /api/v1/timings?partial=true";

    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @TempDir
    private Path folder;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
        daemon.answering(TIMINGS, 200, "{\"stored\":1,\"refusedTimings\":0,\"refused\":[]}");
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void record_handsInOneTiming() {
        var outcome = run(
                "record",
                "commit",
                "--took",
                "3.2ms",
                "--branch",
                "main",
                "--user",
                "ada",
                "--rows",
                "12",
                "--meta",
                "build=7");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("1 timing is recorded.");
        assertThat(sent(0)).isEqualTo(json("""
                [{"operation":"commit","durationMicros":3200,"rowsAffected":12,"metadata":{"build":"7"},
                  "user":"ada","branch":"main"}]"""));
    }

    @ParameterizedTest
    @CsvSource({"150us, 150", "0.5 us, 1", "499ns, 0", "2s, 2000000", "1.5m, 90000000", "1h, 3600000000"})
    void record_understandsHowLongItTook(String took, long micros) {
        run("record", "commit", "--took", took);

        assertThat(sent(0).at("/0/durationMicros").asLong()).isEqualTo(micros);
    }

    @Test
    void record_readsAnObjectOnEachLine_andAddsWhoseItIs() {
        shell.typing("""
                {"operation":"commit","durationMillis":3.2,"user":"bob"}

                {"operation":"merge","durationMicros":9,"metadata":{"a":1}}
                """);

        run("record", "--user", "ada");

        assertThat(sent(0)).isEqualTo(json("""
                [{"operation":"commit","durationMillis":3.2,"user":"bob"},
                 {"operation":"merge","durationMicros":9,"metadata":{"a":1},"user":"ada"}]"""));
    }

    @Test
    void record_readsCsv() throws Exception {
        var file = Files.writeString(folder.resolve("timings.csv"), """
                operation,durationMillis,user,name,metadata
                commit,3.2,ada,"a, ""quoted"" name","{""k"":1}"
                commit,4,,,
                """);

        run("record", "--file", file.toString(), "--user", "eve");

        assertThat(sent(0)).isEqualTo(json("""
                [{"operation":"commit","durationMillis":3.2,"user":"ada","name":"a, \\"quoted\\" name","metadata":{"k":1}},
                 {"operation":"commit","durationMillis":4,"user":"eve"}]"""));
    }

    @Test
    void record_saysWhichRowsWereRefusedAndWhy() {
        daemon.answering(TIMINGS, 200, """
                {"stored":1,"refusedTimings":1,
                 "refused":[{"index":1,"field":"durationMicros","value":"-1","rule":"must be from 0"}]}""");
        shell.typing("""
                {"operation":"commit","durationMicros":1}
                no timing

                {"operation":"commit","durationMicros":-1}
                """);

        var outcome = run("record");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().strip()).isEqualTo("1 timing is recorded, 2 rows were refused.");
        assertThat(outcome.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("line 2: is no JSON object: "))
                .contains("line 4: durationMicros '-1' must be from 0");
    }

    @Test
    void record_listsTheFirstOfManyRefusals() {
        shell.typing("operation,durationMicros\n" + "commit\n".repeat(30));

        var outcome = run("record");

        assertThat(outcome.err().lines())
                .hasSize(20)
                .first()
                .isEqualTo("line 2: has 1 cells, but the first line names 2 fields");
        assertThat(outcome.out()).contains("30 rows were refused; the first of them stand above");
    }

    @Test
    void record_asJson() {
        var outcome = run("record", "commit", "--took", "1ms", "--json");

        assertThat(json(outcome.out())).isEqualTo(json("{\"stored\":1,\"refusedTimings\":0,\"refused\":[]}"));
    }

    @Test
    void record_sendsManyInSeveralBatches_eachUnderAKeyOfItsOwn() {
        shell.typing(String.join("\n", Collections.nCopies(12_000, "{\"operation\":\"commit\",\"durationMicros\":1}")));

        run("record");

        assertThat(daemon.requests()).hasSize(3);
        assertThat(sent(0)).hasSize(5_000);
        assertThat(sent(2)).hasSize(2_000);
    }

    @Test
    void record_waitsWhileTheDaemonIsBusy() {
        daemon.busy(2);

        var outcome = run("record", "commit", "--took", "1ms");

        assertThat(outcome.exitCode()).isZero();
        assertThat(daemon.requests()).hasSize(3).containsOnly(daemon.requests().get(0));
    }

    @Test
    void record_showsProgressOnATerminalOnly() throws Exception {
        var file = Files.writeString(
                folder.resolve("t.ndjson"), "{\"operation\":\"commit\",\"durationMicros\":1}\n".repeat(2_000));

        assertThat(run("record", "--file", file.toString()).err()).isEmpty();
        assertThat(shell.onTerminal()
                        .run("record", "--file", file.toString(), "--url", daemon.url())
                        .err())
                .contains("[###############               ]  50 %  1,000 rows");
    }

    @Test
    void record_ofAMissingFile_isOneSentence() {
        var outcome = run("record", "--file", "nowhere.csv");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().strip()).isEqualTo("There is no file nowhere.csv.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record commit|Say of 'commit' either how long it took with --took",
                "record commit --took 1ms -- true|Say of 'commit' either how long it took with --took",
                "record --took 1ms|Say which operation took that long",
                "record commit --took soon|Invalid value for option '--took': 'soon' must be a number and a unit",
                "record commit --took 1ms --end noon|Invalid value for option '--end': 'noon' must be a time",
            })
    void record_saysWhatIsMissing(String line, String sentence) {
        var outcome = run(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).startsWith(sentence);
    }

    @Test
    void record_onATerminal_waitsForNoInput() {
        assertThat(shell.onTerminal().run("record").err()).startsWith("Say which operation was run");
    }

    @Test
    void record_timesACommand_andKeepsItsExitCode() {
        var outcome = shell.run("record", "build", "--url", daemon.url(), "--user", "ada", "--", "sh", "-c", "exit 7");

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(sent(0)).isEqualTo(json("""
                [{"operation":"build","durationMicros":3200,"user":"ada","error":{"exitCode":7}}]"""));
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void record_keepsTheExitCodeOfACommand_alsoWhenItCannotBeRecorded() {
        daemon.close();

        var outcome = shell.run("record", "build", "--url", daemon.url(), "--", "true");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).startsWith("Not recorded: No daemon answers at ");
    }

    @Test
    void record_ofACommandThatThereIsNot_isOneSentence() {
        var outcome = shell.run("record", "build", "--url", daemon.url(), "--", "no-such-command");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err()).startsWith("'no-such-command' cannot be run: ");
        assertThat(daemon.requests()).isEmpty();
    }

    private CommandFixture.Outcome run(String... words) {
        String[] arguments = new String[words.length + 2];
        arguments[0] = words[0];
        arguments[1] = "--url";
        arguments[2] = daemon.url();
        System.arraycopy(words, 1, arguments, 3, words.length - 1);
        return shell.run(arguments);
    }

    private JsonNode sent(int request) {
        return json(daemon.requests().get(request).substring(TIMINGS.length() + 1));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
