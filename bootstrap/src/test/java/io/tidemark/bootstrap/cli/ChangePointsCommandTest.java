package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ChangePointsCommandTest {
    private static final String STEP = "[10, 11, 9, 10, 10, 20, 21, 19, 20, 20]";

    private final CommandFixture shell = new CommandFixture();

    @TempDir
    private Path folder;

    @Test
    void changePoints_ofAFileAreShownWithTheSeries() throws Exception {
        var outcome =
                shell.run("change-points", "--file", file("10\n11\n9\n10\n\n# new release\n10\n20\n21\n19\n20\n20\n"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "1 change point in 10 values: 5",
                        "INDEX   BEFORE    AFTER    CHANGE        P",
                        "    5  10.0000  20.0000  +100.0 %  7.0e-09",
                        "▁▂▁▁▁██▇██",
                        "     ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {STEP, "{\"series\": " + STEP + ", \"expected\": []}"})
    void changePoints_ofJsonAsJson(String text) throws Exception {
        var outcome = shell.run("change-points", "--file", file(text), "--json");

        var answer = new JsonMapper().readTree(outcome.out());
        assertThat(answer.path("indexes")).hasToString("[5]");
        assertThat(answer.path("values").asInt()).isEqualTo(10);
        assertThat(answer.path("changePoints").path(0).path("relativeChange").asDouble())
                .isEqualTo(1);
    }

    @Test
    void changePoints_ofAQuietFileAreNone() throws Exception {
        assertThat(shell.run("change-points", "--file", file("5\n5\n5\n")).out().lines())
                .containsExactly("0 change points in 3 values.", "▁▁▁", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--window 1|Invalid value for option '--window': 1 must be at least 2 values.",
                "--max-p 0|Invalid value for option '--max-p': 0.0 must be above 0 and at most 1, such as 0.01.",
                "--max-p 2|Invalid value for option '--max-p': 2.0 must be above 0 and at most 1, such as 0.01.",
                "--min-magnitude -1|Invalid value for option '--min-magnitude': -1.0 must be 0 or more, such as 0.05 for 5 %."
            })
    void changePoints_refuseSettingsThatMakeNoSense(String options, String sentence) throws Exception {
        var outcome = shell.run(("change-points --file " + file("1") + " " + options).split(" ", -1));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(sentence);
    }

    @Test
    void changePoints_wantAnOperationOrAFile() {
        assertThat(shell.run("change-points").err()).startsWith("Name either an operation or a --file.");
        assertThat(shell.run("change-points", "commit", "--file", "x").exitCode())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`1\nabc`|Line 2 of FILE is 'abc': it must be a finite number; leave out what is missing.",
                "`1\nNaN`|Line 2 of FILE is 'NaN': it must be a finite number; leave out what is missing.",
                "[1, null]|Value 1 of FILE is null: it must be a number; leave out what is missing.",
                "{\"values\": [1]}|The object in FILE has no array 'series'.",
                "` `|There are no values in FILE: write one on each line, or a JSON array."
            })
    void changePoints_sayWhatIsWrongWithAFile(String text, String sentence) throws Exception {
        var path = file(text);
        var outcome = shell.run("change-points", "--file", path);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().strip()).isEqualTo(sentence.replace("FILE", path));
    }

    @Test
    void changePoints_sayThatThereIsNoFile() {
        assertThat(shell.run("change-points", "--file", "no-such-file").err().strip())
                .isEqualTo("There is no file no-such-file.");
    }

    @Test
    void changePoints_ofAnOperationAreThoseOfTheDaemon() throws Exception {
        try (var daemon = new DaemonFixture()) {
            daemon.answering(
                    "GET /api/v1/change-points?operation=my+op&days=7&step=hour&percentile=p99&window=30&maxP=0.01"
                            + "&minMagnitude=0.05",
                    200,
                    """
                    {"operation":"my op","from":"2026-11-14T12:00:00Z","valuesMicros":[1000,null,1000,2000,2000],
                     "changePoints":[{"index":3,"at":"2026-11-14T15:00:00Z","beforeMicros":1000,"afterMicros":2000,
                                      "relativeChange":1.0,"pValue":0.0012}]}""");

            var outcome =
                    shell.run("change-points", "my op", "--days", "7", "--percentile", "p99", "--url", daemon.url());

            assertThat(outcome.out().lines())
                    .containsExactly(
                            "my op: 1 change point in 4 values since 2026-11-14T12:00:00Z.",
                            "SINCE                   BEFORE     AFTER    CHANGE       P",
                            "2026-11-14T15:00:00Z  1.000 ms  2.000 ms  +100.0 %  0.0012",
                            "▁ ▁██",
                            "   ^");
        }
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("values"), text).toString();
    }
}
