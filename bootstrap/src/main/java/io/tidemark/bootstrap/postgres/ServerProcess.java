package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The process that serves a data folder. The process file names it; its program and its working folder prove it. */
record ServerProcess(ProcessHandle handle, int port, ServerFolder folder) {
    /** The name ends so once the program's file was removed. */
    private static final Pattern PROGRAM = Pattern.compile(".*/(postgres|initdb)( \\(deleted\\))?");

    private static final int PORT_LINE = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 100;

    static Optional<ServerProcess> of(ServerFolder folder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.processFile());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE || !isNumber(lines.get(0)) || !isNumber(lines.get(PORT_LINE))) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .map(handle -> new ServerProcess(handle, port, folder))
                .filter(ServerProcess::isRunning);
    }

    /** A file that was cut off, or written to, tells of no server. */
    private static boolean isNumber(String line) {
        return line.strip().matches("\\d{1,9}");
    }

    /**
     * Clears what a killed server left: its children, which may outlive it for a moment, and its process file, whose
     * process id may be somebody else's by now, which would make PostgreSQL refuse to start.
     */
    static void clearRemains(ServerFolder folder) throws IOException {
        if (Files.exists(folder.processFile())) {
            endAllIn(folder.data());
            Files.deleteIfExists(folder.processFile());
        }
    }

    /** Ends the programs of PostgreSQL that work in the directory and that nobody waits for any more. */
    static void endAllIn(Path directory) {
        List<ProcessHandle> left = workingIn(directory);
        for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            left.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(left, PAUSE);
            left = workingIn(directory);
        }
        if (!left.isEmpty()) {
            throw new PostgresCannotStartException(
                    "Processes of a killed PostgreSQL still use %s and cannot be ended: %s; end them, then start again."
                            .formatted(
                                    directory,
                                    left.stream().map(ProcessHandle::pid).toList()));
        }
    }

    /** Whether it still serves; one that ended and that nobody reaped has an id, but no program any more. */
    boolean isRunning() {
        return handle.isAlive() && worksIn(handle.pid(), folder.data());
    }

    boolean endsWithin(Duration limit) {
        awaitEnd(List.of(handle), limit);
        return !isRunning();
    }

    /** Whether the server was started from the program in this very file. */
    boolean runs(String program) {
        try {
            return Files.isSameFile(proc(handle.pid(), "exe"), Path.of(program));
        } catch (IOException e) {
            // It ended this moment.
            return false;
        }
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return PROGRAM.matcher(Files.readSymbolicLink(proc(pid, "exe")).toString())
                            .matches()
                    && Files.isSameFile(proc(pid, "cwd"), directory);
        } catch (IOException e) {
            // It ended this moment, or it belongs to another user: either way it is none of ours.
            return false;
        }
    }

    /** May wait too long, never too short: a process that nobody reaps, as in many containers, does not end for Java. */
    private static void awaitEnd(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> end =
                CompletableFuture.allOf(ends).completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            end.get();
        } catch (InterruptedException e) {
            throw Interruption.of(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process could not be awaited", e);
        }
    }

    private static List<ProcessHandle> workingIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), directory))
                .toList();
    }

    private static Path proc(long pid, String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
