package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real daemon, so that the commands and the API say the same. */
final class DeploymentsCommandsTest {
    private final CommandFixture shell = new CommandFixture();
    private final RunningDaemon daemon = RunningDaemon.start();

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void record_saysSinceWhenItIsInUse() {
        assertThat(run("record", "2.3.1")).containsExactly("2.3.1 is in use since 2026-11-20T14:31:20Z.");
    }

    @Test
    void list_showsWhatWasRecorded() {
        var unused = run(
                "record",
                "2.3.1",
                "--at",
                "2026-11-20T14:00:00Z",
                "--operation",
                "commit",
                "--operation",
                "merge",
                "--link",
                "https://ci.example.org/7",
                "--note",
                "A new index.",
                "--by",
                "ci");
        var unusedToo = run("record", "2.3.2", "--at", "2026-11-20T14:05:00Z", "--by", "ci");

        assertThat(run("list"))
                .containsExactly(
                        "ID  AT (UTC)              VERSION  TOUCHED        BY",
                        " 2  2026-11-20T14:05:00Z  2.3.2    all            ci",
                        " 1  2026-11-20T14:00:00Z  2.3.1    commit, merge  ci",
                        "    A new index. https://ci.example.org/7");
        assertThat(run("list", "--operation", "get_diff")).hasSize(2);
    }

    @Test
    void list_saysWhatToDoWithoutAny() {
        assertThat(run("list"))
                .containsExactly("No deployments. Let what deploys say so: tidemark deployments record VERSION");
    }

    @Test
    void record_tellsWhatTheDaemonRefuses() {
        var outcome = shell.run(
                "deployments",
                "record",
                "2.3.1",
                "--at",
                "noon",
                "--url",
                daemon.address().toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err()).contains("at 'noon' must be an instant like 2026-11-30T18:00:00Z");
    }

    private List<String> run(String... arguments) {
        var all = new ArrayList<>(List.of("deployments"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", daemon.address().toString()));
        return shell.run(all.toArray(String[]::new)).out().lines().toList();
    }
}
