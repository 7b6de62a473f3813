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
 * @param links where it leads
 * @param trend the last values, or null when there are none
 */
public record Content(
        String title,
        String text,
        List<Fact> facts,
        Links links,
        @Nullable Trend trend) {
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
        requireNonNull(links, "links");
    }

    /** Plain words with their figures. */
    public static Content of(String title, String text, List<Fact> facts) {
        return new Content(title, text, facts, Links.NONE, null);
    }

    /** The same with these links. */
    public Content withLinks(Links newLinks) {
        return new Content(title, text, facts, newLinks, trend);
    }

    /** Where to read on, or null. */
    public @Nullable URI link() {
        return links.open();
    }

    private static void requireNotBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The %s is blank; it must say something".formatted(name));
        }
    }
}
