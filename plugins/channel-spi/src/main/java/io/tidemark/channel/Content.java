package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as plain text. It may hold any character, markup of the receiver, and more than the receiver
 * takes: the channel escapes and shortens.
 *
 * @param title one short sentence; not blank
 * @param text the explanation, several lines perhaps; may be empty
 * @param facts figures worth a table, most telling first; may be empty
 * @param link where to read on, or null
 */
public record Content(
        String title,
        String text,
        List<Fact> facts,
        @Nullable URI link) {
    /**
     * A figure and its name.
     *
     * @param name what the figure is; not blank
     * @param value the figure with its unit
     */
    public record Fact(String name, String value) {
        /** Checks the name. */
        public Fact {
            requireNotBlank("name of a fact", name);
            requireNonNull(value, "value");
        }
    }

    /** Checks the title and copies the facts. */
    public Content {
        requireNotBlank("title", title);
        requireNonNull(text, "text");
        facts = List.copyOf(facts);
    }

    private static void requireNotBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The %s is blank; it must say something".formatted(name));
        }
    }
}
