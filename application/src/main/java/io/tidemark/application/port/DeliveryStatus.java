package io.tidemark.application.port;

import java.util.Locale;

/** Where a notification is on its way. */
public enum DeliveryStatus {
    PENDING,
    SENDING,
    DELIVERED,
    /** A dead letter. */
    FAILED;

    /** The word in tables, metrics and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
