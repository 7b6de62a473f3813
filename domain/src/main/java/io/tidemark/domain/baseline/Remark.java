package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decided something, when, and what they said.
 *
 * @param by who
 * @param at when
 * @param note what they said, at most {@value #MAX_NOTE_LENGTH} characters, or null
 */
public record Remark(String by, Instant at, @Nullable String note) {
    public static final int MAX_NOTE_LENGTH = 1_000;
    private static final int MAX_NAME_LENGTH = 200;

    public Remark {
        requireNonNull(at, "at");
        if (by.isBlank() || by.length() > MAX_NAME_LENGTH || by.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "by must name who decides, in at most %d characters without NUL".formatted(MAX_NAME_LENGTH));
        }
        if (note != null && (note.length() > MAX_NOTE_LENGTH || note.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "note of %d characters must not be longer than %d, or contain a NUL character"
                            .formatted(note.length(), MAX_NOTE_LENGTH));
        }
    }
}
