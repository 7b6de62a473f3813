package io.tidemark.bootstrap.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A command that was run in place of this one: how long it took, and how it ended. */
record TimedRun(Duration took, int exitCode) {
    /**
     * Runs the command with the input and output of this process.
     *
     * @throws CommandFailure when it cannot be started
     */
    static TimedRun of(List<String> command, LongSupplier nanos) {
        long start = nanos.getAsLong();
        try {
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            return new TimedRun(Duration.ofNanos(nanos.getAsLong() - start), exitCode);
        } catch (IOException failed) {
            throw CommandFailure.cannot(
                    "'%s' cannot be run: %s.".formatted(command.get(0), failed.getMessage()), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cannot("Stopped while '%s' ran.".formatted(command.get(0)), stopped);
        }
    }

    /** A run that failed is kept apart by what the daemon calls its error. */
    Map<String, Object> addTo(Map<String, Object> timing) {
        if (exitCode != 0) {
            timing.put("error", Map.of("exitCode", exitCode));
        }
        return timing;
    }
}
