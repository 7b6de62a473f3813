package io.tidemark.adapters.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** How long the processes of a server have kept processors busy. */
final class ProcessorTime {
    private final ProcessHandle postmaster;

    ProcessorTime(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery("select pg_backend_pid()")) {
            own.next();
            postmaster = ProcessHandle.of(own.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("the server does not run on this machine"));
        }
    }

    Duration now() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
