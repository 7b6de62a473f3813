package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AlertDecisionsTest {
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
    void ack_takesAlertsOn_forAWhile() {
        for (int id : new int[] {12, 13}) {
            daemon.answering("POST /api/v1/alerts/%d/acknowledge".formatted(id), 200, """
                    {"id":%d,"acknowledged":{"by":"ada","until":"2026-11-21T14:00:00Z"}}""".formatted(id));
        }

        var outcome = run("alerts", "ack", "12", "13", "--for", "2h", "--note", "disks", "--by", "ada");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "ada has taken on alert 12 until 2026-11-21T14:00:00Z.",
                        "ada has taken on alert 13 until 2026-11-21T14:00:00Z.");
        assertThat(daemon.requests().get(0))
                .isEqualTo("POST /api/v1/alerts/12/acknowledge"
                        + " {\"by\":\"ada\",\"note\":\"disks\",\"until\":\"2026-11-21T14:00:00Z\"}");
    }

    @Test
    void ack_withoutATime_isUntilItIsOver() {
        daemon.answering("POST /api/v1/alerts/12/acknowledge", 200, "{\"id\":12,\"acknowledged\":{\"by\":\"ada\"}}");

        assertThat(run("alerts", "ack", "12").out().strip()).isEqualTo("ada has taken on alert 12.");
        assertThat(daemon.requests().get(0)).contains("\"by\":\"" + BY + "\"").doesNotContain("until");
    }

    @Test
    void ack_ofATakenOne_isOneSentence() {
        daemon.answering(
                "POST /api/v1/alerts/12/acknowledge",
                409,
                "{\"title\":\"Conflict\",\"detail\":\"alert 12 was taken on by bob\"}");

        var outcome = run("alerts", "ack", "12");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err().strip()).isEqualTo("Conflict: alert 12 was taken on by bob");
    }

    @Test
    void ack_refusesATimeThatIsNone() {
        var outcome = run("alerts", "ack", "12", "--for", "soon");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("'soon' must be a number and a unit");
    }

    @Test
    void resolve_endsAlerts() {
        daemon.answering("POST /api/v1/alerts/12/resolve", 200, "{\"id\":12}");

        assertThat(run("alerts", "resolve", "12").out().strip()).isEqualTo("Alert 12 is resolved.");
        assertThat(daemon.requests()).containsExactly("POST /api/v1/alerts/12/resolve {\"by\":\"%s\"}".formatted(BY));
    }

    @Test
    void snooze_putsOneOff_andSaysHowThatEnds() {
        daemon.answering("POST /api/v1/alerts/12/snooze", 201, "{\"id\":3,\"until\":\"2026-11-22T13:30:00Z\"}");

        var outcome = run("alerts", "snooze", "12", "--for", "1d1h30m", "--reason", "After the release.");

        assertThat(outcome.out().strip())
                .isEqualTo("Alert 12 is put off until 2026-11-22T13:30:00Z; 'tidemark silences expire 3' ends that"
                        + " early.");
        assertThat(daemon.requests().get(0))
                .contains("\"until\":\"2026-11-22T13:30:00Z\"", "\"reason\":\"After the release.\"");
    }

    @Test
    void snooze_asksForHowLong() {
        assertThat(run("alerts", "snooze", "12").err()).startsWith("Missing required option: '--for=LENGTH'");
    }

    private CommandFixture.Outcome run(String... words) {
        String[] arguments = Arrays.copyOf(words, words.length + 2);
        arguments[words.length] = "--url";
        arguments[words.length + 1] = daemon.url();
        return shell.run(arguments);
    }
}
