package io.tidemark.bootstrap.otlp;

/** What was sent is no export of spans; the message is meant for whoever sent it. */
public final class MalformedExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
