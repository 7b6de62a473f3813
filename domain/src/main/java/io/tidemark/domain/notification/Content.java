package io.tidemark.domain.notification;

import java.util.List;

/**
 * What a message says, fixed when it was decided to send it.
 *
 * @param title one line: what, and how bad
 * @param text what it means
 * @param facts the figures, in the order in which they are read
 */
public record Content(String title, String text, List<Fact> facts) {
    /** One figure with its name. */
    public record Fact(String name, String value) {}

    public Content {
        facts = List.copyOf(facts);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
    }
}
