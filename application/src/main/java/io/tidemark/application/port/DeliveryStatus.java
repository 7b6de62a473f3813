package io.tidemark.application.port;

import java.util.Locale;

/** Where a notification is on its way. */
public enum DeliveryStatus {
    PENDING,
    SENDING,
    /** Part of a digest that is not delivered yet. */
    MERGED,
    DELIVERED,
    /** A dead letter. */
    FAILED,
    /** A dead letter that a person gave up. */
    DROPPED;

    /** The word in tables, metrics and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
