package io.tidemark.bootstrap.postgres;

/** The embedded PostgreSQL cannot start; the message is written for the operator: what is wrong and what to do. */
public final class PostgresCannotStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresCannotStartException(String message) {
        super(message);
    }

    PostgresCannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
