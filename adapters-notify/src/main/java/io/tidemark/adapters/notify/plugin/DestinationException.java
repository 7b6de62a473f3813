package io.tidemark.adapters.notify.plugin;

import org.jspecify.annotations.Nullable;

/** A destination cannot be opened. The message says why and what to do, and holds no secret. */
public final class DestinationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DestinationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
