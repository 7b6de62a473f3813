package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

/**
 * Whether a part can do its work.
 *
 * @param up whether it can
 * @param detail what it is, or what is wrong with it; never a secret
 */
public record Health(boolean up, String detail) {
    public Health {
        requireNonNull(detail, "detail");
    }

    public static Health up(String detail) {
        return new Health(true, detail);
    }

    public static Health down(String detail) {
        return new Health(false, detail);
    }
}
