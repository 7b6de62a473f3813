package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeliverCommandsTest {
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

    @Test
    void status_tellsWhatWasSentByTheHour() {
        daemon.answering("GET /api/v1/deliveries/statistics?hours=168", 200, """
                {"hours":[{"hour":"2026-11-21T11:00:00Z","destination":"team","delivered":12,"failed":1,"retries":3,
                           "averageMillis":41.25,"p99Millis":120.0}]}""");

        var outcome = run("deliver", "status", "--hours", "168");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "HOUR (UTC)            DESTINATION  DELIVERED  FAILED  RETRIES  AVERAGE       P99",
                        "2026-11-21T11:00:00Z  team                12       1        3  41.3 ms  120.0 ms");
    }

    @Test
    void status_ofAQuietDay() {
        daemon.answering("GET /api/v1/deliveries/statistics?hours=24", 200, "{\"hours\":[]}");

        assertThat(run("deliver", "status").out().strip()).isEqualTo("Nothing was sent.");
    }

    @Test
    void list_showsTheDeadLettersAndWhyTheyAre() {
        daemon.answering("GET /api/v1/deliveries?status=failed&limit=50", 200, """
                {"deliveries":[{"id":7,"status":"failed","destination":"team","title":"commit is slow","attempts":9,
                                "decided":"2026-11-21T11:00:00Z","detail":"404 no such hook"}]}""");

        assertThat(run("deliver", "list").out().lines())
                .containsExactly(
                        "ID  STATUS  DESTINATION  TITLE           TRIES  DECIDED (UTC)",
                        " 7  failed  team         commit is slow      9  2026-11-21T11:00:00Z",
                        "    404 no such hook");
    }

    @Test
    void list_takesAnyNameOfADestination() {
        daemon.answering(
                "GET /api/v1/deliveries?status=delivered&limit=5&destination=ops%2Fa%20b", 200, "{\"deliveries\":[]}");

        var outcome = run("deliver", "list", "--status", "delivered", "--limit", "5", "--destination", "ops/a b");

        assertThat(outcome.out().strip()).isEqualTo("There are none.");
    }

    @Test
    void replay_sendsOneAgain_underTheNameOfWhoAsks() {
        daemon.answering("POST /api/v1/deliveries/7/replay", 200, "{\"deliveries\":1}");

        var outcome = run("deliver", "replay", "7");

        assertThat(outcome.out()).startsWith("1 dead letter is sent again");
        assertThat(daemon.requests()).containsExactly("POST /api/v1/deliveries/7/replay {\"by\":\"%s\"}".formatted(BY));
    }

    @Test
    void replay_sendsAllOfADestinationAgain() {
        daemon.answering("POST /api/v1/deliveries/replay", 200, "{\"deliveries\":3}");

        assertThat(run("deliver", "replay", "--destination", "team").out()).startsWith("3 dead letters are sent again");
        assertThat(daemon.requests().get(0)).contains("\"destination\":\"team\"");
    }

    @Test
    void replay_asksWhichOnes() {
        assertThat(run("deliver", "replay").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("deliver", "replay", "7", "--destination", "team").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(daemon.requests()).isEmpty();
    }

    @Test
    void drop_givesOneUp() {
        daemon.answering("DELETE /api/v1/deliveries/7?by=" + DaemonClient.encoded(BY), 200, "{\"deliveries\":1}");

        assertThat(run("deliver", "drop", "7").out().strip()).isEqualTo("7 is given up");
    }

    @Test
    void drop_ofNoDeadLetter_isOneSentence() {
        daemon.answering(
                "DELETE /api/v1/deliveries/8?by=" + DaemonClient.encoded(BY),
                404,
                "{\"title\":\"Not Found\",\"detail\":\"there is no dead letter 8\"}");

        var outcome = run("deliver", "drop", "8");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().strip()).isEqualTo("Not Found: there is no dead letter 8");
    }

    private CommandFixture.Outcome run(String... words) {
        String[] arguments = Arrays.copyOf(words, words.length + 2);
        arguments[words.length] = "--url";
        arguments[words.length + 1] = daemon.url();
        return shell.run(arguments);
    }
}
