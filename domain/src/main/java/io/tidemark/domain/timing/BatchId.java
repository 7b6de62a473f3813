package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Tells a batch from all others, so that it is stored once however often it is handed in. A writer numbers its batches in
 * ascending order and hands them in one after the other; so whoever stores them remembers one number for each writer.
 *
 * @param writer who hands it in: a random number, never used by another
 * @param number the place of the batch among those of the writer, from 1 on
 */
public record BatchId(UUID writer, long number) {
    public BatchId {
        requireNonNull(writer, "writer");
        if (number < 1) {
            throw new IllegalArgumentException("number %d must be at least 1".formatted(number));
        }
    }

    /** The first batch of a writer that nobody has heard of. */
    public static BatchId random() {
        return new BatchId(UUID.randomUUID(), 1);
    }

    public BatchId next() {
        return new BatchId(writer, number + 1);
    }

    /** A part of the batch: the same whenever it is cut in the same place. */
    public BatchId part(int from, int to) {
        byte[] name = "%s/%d/%d-%d".formatted(writer, number, from, to).getBytes(StandardCharsets.UTF_8);
        return new BatchId(UUID.nameUUIDFromBytes(name), 1);
    }

    @Override
    public String toString() {
        return writer + "/" + number;
    }
}
