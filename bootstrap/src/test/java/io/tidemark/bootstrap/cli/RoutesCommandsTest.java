package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutesCommandsTest {
    private static final String BY = Person.name();

    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    private static final String ROUTES = """
            {"routes":[{"name":"merges","match":["category=merge"],"destinations":["pager"],"goesOn":true,
                        "grouping":{"by":["operation"]}},
                       {"name":"rest","match":[],"destinations":[],"goesOn":false,"grouping":null}],
             "warnings":[]}""";

    @Test
    void list_showsTheRoutesInTheirOrder() {
        daemon.answering("GET /api/v1/routes", 200, ROUTES);

        var lines = run("routes", "list").out().lines();

        assertThat(lines)
                .containsExactly(
                        "ROUTE   TAKES           TELLS   GROUPED BY  THEN",
                        "merges  category=merge  pager   operation   goes on",
                        "rest    all             nobody              ends");
    }

    @Test
    void list_goesByTheWordInTheSingularToo() {
        daemon.answering("GET /api/v1/routes", 200, "{\"routes\":[],\"warnings\":[]}");

        assertThat(run("route", "list").out()).startsWith("There are no routes: nobody is told.");
    }

    @Test
    void set_sendsTheFileWithItsName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("routes.yaml"), "routes: []");
        daemon.answering("PUT /api/v1/routes", 200, ROUTES.replace("[]}", "[\"nobody takes merges\"]}"));

        var outcome = run("routes", "set", "--file", file.toString());

        assertThat(outcome.out()).contains("Warning: nobody takes merges");
        assertThat(daemon.requests().get(0))
                .contains("\"yaml\":\"routes: []\"", "\"file\":\"routes.yaml\"", "\"by\":\"" + BY + "\"");
    }

    @Test
    void explain_saysWhichRoutesTakeItAndInWhichWords() {
        daemon.answering("POST /api/v1/routes/explain", 200, """
                {"labels":{},"routes":[{"route":"merges","outcome":"not_taken","refusing":["category=merge"]},
                                       {"route":"rest","outcome":"taken","refusing":[]}],
                 "quiet":{"reason":"SILENCED","by":"silence 3","until":null},
                 "messages":[{"destination":"team","channel":"slack","at":"2026-11-21T12:00:00Z","group":null,
                              "dryRun":true,"title":"commit is slow","text":"one\\ntwo"}]}""");

        var outcome = run("routes", "explain", "--alert", "12");

        assertThat(outcome.out().lines())
                .containsExactly(
                        "merges: not taken, as it is not category=merge",
                        "rest: taken",
                        "Nobody is told: SILENCED silence 3",
                        "",
                        "To team (slack) at 2026-11-21T12:00:00Z, as a dry run",
                        "  commit is slow",
                        "  one",
                        "  two");
        assertThat(daemon.requests().get(0)).contains("\"alert\":12");
    }

    @Test
    void replay_countsWhoWouldHaveBeenTold() {
        daemon.answering("POST /api/v1/routes/replay", 200, """
                {"since":"2026-11-20T12:00:00Z","alerts":5,"untold":1,
                 "destinations":[{"destination":"team","alerts":4,"messages":9}]}""");

        assertThat(run("routes", "replay").out().lines())
                .containsExactly(
                        "5 alerts since 2026-11-20T12:00:00Z, of which nobody would have been told of 1.",
                        "DESTINATION  ALERTS  MESSAGES",
                        "team              4         9");
    }

    @Test
    void replay_ofAMissingFile_isOneSentence() {
        var outcome = run("routes", "replay", "--file", "nowhere.yaml");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().strip())
                .isEqualTo("nowhere.yaml cannot be read: give the path of a YAML file in UTF-8.");
    }

    private CommandFixture.Outcome run(String... words) {
        String[] arguments = Arrays.copyOf(words, words.length + 2);
        arguments[words.length] = "--url";
        arguments[words.length + 1] = daemon.url();
        return shell.run(arguments);
    }
}
