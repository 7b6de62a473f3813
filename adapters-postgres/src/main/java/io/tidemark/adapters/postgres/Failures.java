package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver, the pool, the mapper and the migrations throw into one sentence, and says whether it may pass. */
final class Failures {
    /**
     * Classes and codes of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) that say nothing
     * about the statement itself: connection, rolled back, resources, operator intervention, a lock, a standby.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "55P03", "25006");

    private final Server server;

    Failures(Server server) {
        this.server = server;
    }

    /** What to throw instead: the failure itself when it is none of the database's. */
    RuntimeException translate(RuntimeException failure) {
        boolean ofStorage = failure instanceof PersistenceException || failure instanceof FlywayException;
        SQLException cause = ofStorage ? sqlException(failure) : null;
        return cause == null ? failure : translate(cause);
    }

    StorageException translate(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            SQLException reason = failure.getCause() instanceof SQLException refused ? refused : failure;
            return StorageException.passing(
                    "PostgreSQL at %s cannot be reached: %s".formatted(server, sentence(reason)), failure);
        }
        String message = "PostgreSQL at %s: %s".formatted(server, sentence(failure));
        return mayPass(failure.getSQLState())
                ? StorageException.passing(message, failure)
                : StorageException.lasting(message, failure);
    }

    private static boolean mayPass(@Nullable String state) {
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }

    /** The server's message alone: its detail may quote what was to be stored. */
    private static String sentence(SQLException failure) {
        ServerErrorMessage answer = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        if (answer != null && answer.getMessage() != null) {
            return answer.getMessage();
        }
        String message = String.valueOf(failure.getMessage()).replace('\n', ' ');
        return failure.getCause() == null ? message : message + " (" + failure.getCause() + ")";
    }
}
