package io.tidemark.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.application.port.Clocks;
import io.tidemark.bootstrap.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Runs commands as the shell would, at noon of 21 November 2026. */
final class CommandFixture {
    record Outcome(int exitCode, String out, String err) {}

    private final Map<String, String> environment = new HashMap<>();
    private final List<Settings> started = new ArrayList<>();
    private Ansi ansi = Ansi.OFF;
    private String input = "";
    private boolean attached;
    private long nanos;
    private DaemonLauncher daemon = (loaded, demo) -> {
        started.add(loaded.settings());
        return demo == null ? 0 : demo.days();
    };

    CommandFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What is piped in. */
    CommandFixture typing(String text) {
        input = text;
        return this;
    }

    CommandFixture onTerminal() {
        ansi = Ansi.ON;
        attached = true;
        return this;
    }

    CommandFixture launching(DaemonLauncher launcher) {
        daemon = launcher;
        return this;
    }

    /** The settings that daemons were started with. */
    List<Settings> started() {
        return started;
    }

    Outcome run(String... arguments) {
        var clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        var surroundings = new Surroundings(
                environment,
                new Clocks(clock, () -> nanos += 3_200_000),
                Path.of("no-such-home"),
                daemon,
                new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), attached));
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = TidemarkCommand.commandLine(surroundings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .execute(arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
