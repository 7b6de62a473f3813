package io.tidemark.domain.audit;

import static java.util.Objects.requireNonNull;

/**
 * What was done, such as {@code changed route night-shift}.
 *
 * @param verb what was done
 * @param kind to what kind of thing, in lower case, such as {@code route}
 * @param name which one; several are told by what they have in common, such as {@code all}
 */
public record Deed(Verb verb, String kind, String name) {
    private static final String KIND = "[a-z][a-z-]{0,39}";

    public Deed {
        requireNonNull(verb, "verb");
        requireNonNull(name, "name");
        if (!kind.matches(KIND)) {
            throw new IllegalArgumentException(
                    "kind '%s' must be a word of a-z and -, such as silence, window, route or destination"
                            .formatted(kind));
        }
    }

    @Override
    public String toString() {
        return verb.word() + " " + kind + " " + name;
    }
}
