package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionCommandTest {
    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void write() throws Exception {
        script = Files.writeString(
                folder.resolve("tidemark.bash"),
                new CommandFixture().run("completion", "bash").out());
    }

    @Test
    void bash_isAValidScript() throws Exception {
        assertThat(bash("bash -n " + script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tidemark al,                alerts",
        "tidemark alerts li,         list",
        "tidemark alerts list --st,  --state",
        "tidemark correlate rules a, add",
        "tidemark completion z,      zsh"
    })
    void bash_completes(String typed, String completed) throws Exception {
        assertThat(bash(completing(script, typed)).split("\\s+")).contains(completed);
    }

    @ParameterizedTest
    @CsvSource({"tidemark al, alerts", "tidemark alerts list --st, --state", "tidemark completion z, zsh"})
    void zsh_completes(String typed, String completed) throws Exception {
        assumeThat(Path.of("/usr/bin/zsh")).isExecutable();
        var zsh = Files.writeString(
                folder.resolve("tidemark.zsh"),
                new CommandFixture().run("completion", "zsh").out());

        assertThat(run("zsh", "-f", "-c", completing(zsh, typed).replaceFirst(";", "; setopt ksh_arrays;"))
                        .split("\\s+"))
                .contains(completed);
    }

    @Test
    void zsh_isTheSame_asItLoadsWhatUnderstandsIt() {
        var zsh = new CommandFixture().run("completion", "zsh");

        assertThat(zsh.exitCode()).isZero();
        assertThat(zsh.out()).contains("bashcompinit");
    }

    /** What a shell does when somebody has typed that, and presses the tabulator. */
    private static String completing(Path script, String typed) {
        return "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_tidemark 2>&1; echo \"${COMPREPLY[@]}\""
                .formatted(script, typed, typed.split(" ", -1).length - 1, typed);
    }

    private static String bash(String line) throws Exception {
        return run("bash", "--norc", "-c", line);
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
