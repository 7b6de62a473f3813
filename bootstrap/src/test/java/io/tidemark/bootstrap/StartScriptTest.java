package io.tidemark.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a Java that prints, line by line, what it is called with. */
final class StartScriptTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path script;

    private record Outcome(int exitCode, String out) {}

    @BeforeEach
    void unpack() throws Exception {
        home = Files.createDirectories(folder.toRealPath().resolve("a home"));
        script = Files.createDirectories(home.resolve("bin")).resolve("tidemark");
        Files.copy(Path.of("src/main/distribution/bin/tidemark"), script);
    }

    @Test
    void start_callsJavaWithItsArgumentsUntouched() throws Exception {
        var outcome = start(script, java("17.0.15"), "", "run", "--data", "two words");

        assertThat(outcome.out().lines())
                .containsExactly(
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx256m",
                        "-Dtidemark.home=" + home,
                        "-cp",
                        home + "/lib/*",
                        "io.tidemark.bootstrap.Main",
                        "run",
                        "--data",
                        "two words");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void start_findsItsHomeThroughSymbolicLinks() throws Exception {
        var first = Files.createSymbolicLink(home.resolve("first"), Path.of("bin/tidemark"));
        var second = Files.createSymbolicLink(folder.resolve("second"), first.toAbsolutePath());

        assertThat(start(second, java("25"), "").out()).contains("-Dtidemark.home=" + home + "\n");
    }

    @Test
    void start_takesOtherJavaOptions() throws Exception {
        assertThat(start(script, java("25.0.1"), "-Xmx1g -Xss1m").out().lines())
                .contains("-Xmx1g", "-Xss1m")
                .doesNotContain("-Xmx256m");
    }

    @Test
    void start_saysHowWideTheTerminalIs_ifThereIsOne() throws Exception {
        assertThat(start(script, java("17.0.1"), "").out()).doesNotContain("tidemark.columns");
    }

    @Test
    void start_refusesAnOlderJava() throws Exception {
        var outcome = start(script, java("11.0.2"), "");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("Tidemark needs Java 17 or newer").contains("is 11.0.2");
    }

    @Test
    void start_refusesTheOldNumbering() throws Exception {
        assertThat(start(script, java("1.8.0_392"), "").exitCode()).isEqualTo(3);
    }

    @Test
    void start_saysThatThereIsNoJavaInJavaHome() throws Exception {
        var outcome = start(script, folder.resolve("nowhere"), "");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("There is no Java in JAVA_HOME");
    }

    private Path java(String version) throws Exception {
        var javaHome = Files.createDirectories(folder.resolve("java-" + version));
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return javaHome;
    }

    private static Outcome start(Path script, Path javaHome, String options, String... arguments) throws Exception {
        var builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("TIDEMARK_JAVA_OPTS", options);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }
}
