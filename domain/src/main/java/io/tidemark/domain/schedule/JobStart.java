package io.tidemark.domain.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a job was begun.
 *
 * @param due when it should have been
 * @param at when it was
 * @param node the process that runs it
 * @param askedBy who asked for it, out of turn, or null
 */
public record JobStart(
        Instant due, Instant at, String node, @Nullable String askedBy) {
    public JobStart {
        requireNonNull(due, "due");
        requireNonNull(at, "at");
        requireNonNull(node, "node");
    }
}
