package io.tidemark.bootstrap.settings;

import static java.util.Objects.requireNonNull;

/** A value that is never printed: its text is {@code ***} wherever it is turned into words. */
public record Secret(String reveal) {
    public static final Secret NONE = new Secret("");

    public Secret {
        requireNonNull(reveal, "reveal");
    }

    public boolean isEmpty() {
        return reveal.isEmpty();
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : "***";
    }
}
