package io.tidemark.bootstrap.http;

/** The server could not listen where it was told to; the message says what to do about it. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotListenException(HttpSettings settings, Throwable cause) {
        super(
                "cannot listen on %s:%d (%s): choose another port with --port, or another address with --host"
                        .formatted(settings.host(), settings.port(), reason(cause)),
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }
}
