package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says that a call got no answer, and how far it came. Its message may name host and port, never path or query. */
public final class HttpFailure extends IOException {
    /** How far a call came. */
    public enum Kind {
        /** The name was not found, or nobody accepted the connection in time. Nothing was sent. */
        CONNECT,
        /** The certificate or the handshake was refused. Nothing was sent. */
        TLS,
        /** The call was sent, and no answer came within the time limit: it may have been taken. */
        TIMEOUT_BEFORE_ANSWER,
        /** The call was sent, and the connection ended before the answer: it may have been taken. */
        LOST_BEFORE_ANSWER,
        /** The host's rules forbid the address. Nothing was sent. */
        ADDRESS_NOT_ALLOWED,
        /** The receiver sent the call on to another host, and that was not followed. */
        REDIRECT_REFUSED,
        /** The answer was longer than the host reads: the call may have been taken. */
        ANSWER_TOO_LARGE,
        /** Anything else: the call may have been taken. */
        OTHER
    }

    private final Kind kind;

    /** A failure with what caused it, if that is an exception. */
    public HttpFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    /** How far the call came. */
    public Kind kind() {
        return kind;
    }
}
