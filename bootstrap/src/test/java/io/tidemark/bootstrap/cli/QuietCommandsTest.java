package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuietCommandsTest {
    private static final String WINDOW = "backup / eu west";

    private final CommandFixture shell = new CommandFixture();
    private final RunningDaemon daemon = RunningDaemon.start();

    @BeforeEach
    void raiseAnAlert() {
        daemon.saw(Severity.WARNING, Scope.of("commit"), Figures.of(14_000, 6_000));
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void preview_listsWhatWouldBeHidden() {
        assertThat(run("silences", "preview", "category=commit", "severity=warning")
                        .out())
                .contains("commit is slow");
        assertThat(run("silences", "preview", "operation=merge").out()).contains("It would hide no alert now.");
    }

    @Test
    void silence_isListedUntilItIsExpired() {
        assertThat(run("silences", "add", "operation=commit", "--for", "2h", "--reason", "disks", "--by", "ada")
                        .out())
                .contains("Silence 1 is in force until 2026-11-21T14:00:00Z");
        assertThat(run("silences", "list").out()).contains("ACTIVE", "operation=commit", "ada", "disks");

        assertThat(run("silences", "expire", "1").out()).contains("Silence 1 ended");
        assertThat(run("silences", "list").out()).contains("Nothing is silenced.");
    }

    @Test
    void silence_withAWrongLabel_namesTheLabels() {
        var refused = run("silences", "add", "opration=commit", "--for", "2h", "--reason", "disks");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("label 'opration' is unknown", "operation, category");
    }

    @Test
    void snooze_isASilenceOfOneAlert() {
        assertThat(run("alerts", "snooze", "1", "--for", "90m").out()).contains("Alert 1 is put off until");
        assertThat(run("silences", "list").out()).contains("alert 1");
        assertThat(run("alerts", "snooze", "4711", "--for", "90m").err()).contains("there is no alert 4711");
    }

    @Test
    void window_isShownInItsTimeAndInUtc() {
        assertThat(run("windows", "set", WINDOW, "daily 02:00-04:00", "--time-zone", "Europe/Berlin")
                        .exitCode())
                .isZero();

        assertThat(run("windows", "list").out()).contains(WINDOW, "daily 02:00-04:00", "Europe/Berlin");
        assertThat(run("windows", "next", WINDOW, "--count", "1").out())
                .contains("2026-11-21T02:00+01:00", "2026-11-21T01:00:00Z");
        assertThat(run("windows", "remove", WINDOW).out()).contains("is removed");
        assertThat(run("windows", "remove", WINDOW).err()).contains("there is no window '" + WINDOW + "'");
    }

    @Test
    void window_withAWrongRecurrence_saysHowToWriteIt() {
        assertThat(run("windows", "set", "nightly", "weekly someday 02:00-04:00")
                        .err())
                .contains("mon, tue, wed");
    }

    private CommandFixture.Outcome run(String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--url";
        all[command.length + 1] = daemon.address().toString();
        return shell.run(all);
    }
}
