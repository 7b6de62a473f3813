package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.MergeWorld;
import io.tidemark.bootstrap.http.RunningDaemon;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real daemon, so that the commands and the API say the same. */
final class MergesCommandsTest {
    private final CommandFixture shell = new CommandFixture();
    private final RunningDaemon daemon = RunningDaemon.start();

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void list_showsMergesWithTheirBottleneck() {
        daemon.merged(List.of(
                MergeWorld.clean(daemon, "feature/x", "main", 1),
                MergeWorld.quarrelling(daemon, "feature/y", "main", 2)));

        assertThat(run("merges", "list", "--bottleneck", "conflict_resolution"))
                .anyMatch(line -> line.matches(
                        " *2  2026-11-20T14:29:20Z  feature/y  main +PARTIAL_SUCCESS  100 ms  CONFLICT_RESOLUTION +5"))
                .noneMatch(line -> line.contains("feature/x"));
    }

    @Test
    void pairs_sayWhereTheTimeGoes_andWhatWouldHelp() {
        daemon.merged(List.of(MergeWorld.quarrelling(daemon, "feature/y", "main", 2)));

        assertThat(run("merges", "pairs"))
                .anyMatch(line -> line.contains("CONFLICT_RESOLUTION  BBDDDDDRRRRRRRRRRRRRRR..  20 %"))
                .contains("feature/y into main")
                .anyMatch(line -> line.startsWith("  Resolving conflicts takes 60 % of the time, 60.0 ms of 100 ms"))
                .anyMatch(line -> line.contains("add rules"));
    }

    @Test
    void pairs_findSomething_whenOneIsCritical() {
        daemon.merged(List.of(MergeWorld.slow(daemon, "feature/z", "main", 2)));

        assertThat(shell.run("merges", "pairs", "--url", daemon.address().toString())
                        .exitCode())
                .isEqualTo(ExitCode.FOUND);
    }

    @Test
    void phases_areShownStepByStep() {
        daemon.merged(List.of(MergeWorld.clean(daemon, "feature/x", "main", 1)));

        assertThat(run("merges", "phases", "--source", "feature/x"))
                .anyMatch(line -> line.contains("10.0 ms  60.0 ms  0.00 µs  10.0 ms  80.0 ms"));
        assertThat(run("merges", "phases", "--source", "nobody")).containsExactly("No merges in that time.");
    }

    @Test
    void traces_areListedAndShownAsAWaterfall() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));

        assertThat(run("traces", "list", "--slowest")).anyMatch(line -> line.startsWith(MergeWorld.TRACE));
        assertThat(run("traces", "show", MergeWorld.TRACE))
                .anyMatch(line -> line.startsWith("merge_branches merge feature/x"))
                .anyMatch(line -> line.contains("  merge_conflict_detect merge feature/x")
                        && line.contains("30.0 ms   60 %")
                        && line.endsWith("        " + "█".repeat(24)))
                .anyMatch(line -> line.contains("RUNNING"));
    }

    @Test
    void trace_thatNobodyKnows_saysSo() {
        var result =
                shell.run("traces", "show", "nobody", "--url", daemon.address().toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(result.err()).contains("there is no trace 'nobody'");
    }

    private List<String> run(String... command) {
        var all = new String[command.length + 2];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--url";
        all[command.length + 1] = daemon.address().toString();
        return shell.run(all).out().lines().toList();
    }
}
