package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        var words = typed.replaceAll(" +", " ");
        assertThat(
                        bash("source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_tidemark 2>&1; echo \"${COMPREPLY[@]}\""
                                        .formatted(script, words, words.split(" ").length - 1, words))
                                .split("\\s+"))
                .contains(completed);
    }

    @Test
    void zsh_isTheSame_asItLoadsWhatUnderstandsIt() {
        var zsh = new CommandFixture().run("completion", "zsh");

        assertThat(zsh.exitCode()).isZero();
        assertThat(zsh.out()).contains("bashcompinit");
    }

    private static String bash(String line) throws Exception {
        var process = new ProcessBuilder("bash", "--norc", "-c", line)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
