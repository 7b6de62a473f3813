package io.tidemark.bootstrap.postgres;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The settings that the server is started with; those that an operator makes with {@code alter system} go before them. */
record ServerSettings(int port, boolean statementStatistics) {
    private static final String TEMPLATE = """
            # Written at every start. Settings of your own: alter system set ...
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 50

            fsync = on
            synchronous_commit = on
            full_page_writes = on

            shared_buffers = '64MB'
            max_wal_size = '512MB'
            shared_preload_libraries = '%s'

            timezone = 'UTC'
            log_timezone = 'UTC'

            logging_collector = on
            log_directory = '../%s'
            log_filename = '%s'
            log_rotation_size = '%dMB'
            log_rotation_age = '1d'
            log_checkpoints = off
            """;

    Path writeTo(ServerFolder folder) throws IOException {
        Path file = folder.data().resolve("postgresql.conf");
        PrivateFiles.write(
                file,
                TEMPLATE.formatted(
                        port,
                        statementStatistics ? "pg_stat_statements" : "",
                        folder.log().getFileName(),
                        ServerLog.FILE_NAMES,
                        ServerLog.FILE_MEGABYTES));
        return file;
    }
}
