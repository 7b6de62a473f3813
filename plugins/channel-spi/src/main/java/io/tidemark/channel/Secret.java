package io.tidemark.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A password, a key, or an address that works like one. Prints as {@code ***}. */
public final class Secret {
    private static final String MASK = "***";
    private static final Pattern ADDRESS_SEPARATORS = Pattern.compile("[/?&=#]+");
    /** A shorter part of an address is an ordinary word, and taking it out would only garble the text. */
    private static final int SHORTEST_TELLING_PART = 8;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value. */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A secret must not be empty; leave it out instead");
        }
        return new Secret(value);
    }

    /** The value itself: for the wire only, never for a text that a person reads. */
    public String reveal() {
        return value;
    }

    /**
     * The text with every occurrence of this secret masked. Of a web address the telling parts of path and query are
     * masked on their own too, because receivers quote them.
     */
    public String removeFrom(String text) {
        String clean = text.replace(value, MASK);
        int scheme = value.indexOf("://");
        if (scheme < 0) {
            return clean;
        }
        List<String> afterHost = ADDRESS_SEPARATORS
                .splitAsStream(value.substring(scheme + 3))
                .skip(1)
                .filter(part -> part.length() >= SHORTEST_TELLING_PART)
                .toList();
        for (String part : afterHost) {
            clean = clean.replace(part, MASK);
        }
        return clean;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
