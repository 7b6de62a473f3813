package io.tidemark.bootstrap.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program with its arguments, run to its end. */
record Command(List<String> line) {
    private static final String SEARCH_PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");

    Command {
        line = List.copyOf(line);
    }

    /** Whether the program can be found at all. */
    boolean isInstalled() {
        return Stream.of(SEARCH_PATH.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(line.get(0))));
    }

    /** How a program ended, and what it said. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLines() {
            return ServerLog.lastLines(output);
        }
    }

    /**
     * Runs in the folder, which every account that a server runs as may enter. The output goes through a file, since a
     * server that is left behind would hold a pipe open. The environment is a new one: PGDATA and the like of the
     * caller would mislead PostgreSQL, and the caller's secrets are none of the server's business.
     */
    Outcome runIn(ServerFolder folder, Duration limit) throws IOException {
        Path output = folder.log().resolve("command.log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", SEARCH_PATH, "LC_ALL", "C"));
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "%s did not end within %d s".formatted(line.get(0), limit.toSeconds()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw Interruption.of(e);
        }
        return new Outcome(process.exitValue(), Files.readString(output).strip());
    }
}
