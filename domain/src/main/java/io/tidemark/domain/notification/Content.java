package io.tidemark.domain.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, fixed when it was decided to send it.
 *
 * @param title one line: what, and how bad
 * @param text what it means
 * @param facts the figures, in the order in which they are read
 * @param trend the last values, or null when there are none
 */
public record Content(
        String title,
        String text,
        List<Fact> facts,
        @Nullable Trend trend) {
    /** One figure with its name. */
    public record Fact(String name, String value) {}

    public Content {
        facts = List.copyOf(facts);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
    }

    /** Without a picture of the last values. */
    public static Content of(String title, String text, List<Fact> facts) {
        return new Content(title, text, facts, null);
    }
}
