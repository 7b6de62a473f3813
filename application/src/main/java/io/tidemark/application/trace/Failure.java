package io.tidemark.application.trace;

import io.tidemark.domain.trace.SpanError;
import java.sql.SQLException;

/** Makes errors of what went wrong. */
final class Failure {
    private Failure() {}

    static SpanError of(String message) {
        return new SpanError(Names.text(message, SpanError.MAX_MESSAGE_LENGTH), null, null);
    }

    /** The code is the SQL state of an SQL failure, or else the name of the exception. */
    static SpanError of(Throwable thrown) {
        String name = thrown.getClass().getName();
        String state = thrown instanceof SQLException sql ? sql.getSQLState() : null;
        String message = String.valueOf(thrown.getMessage());
        return new SpanError(
                Names.text(message, SpanError.MAX_MESSAGE_LENGTH),
                Names.name(state == null ? name : state, name),
                null);
    }
}
