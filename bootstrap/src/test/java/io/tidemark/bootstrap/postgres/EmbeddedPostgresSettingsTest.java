package io.tidemark.bootstrap.postgres;

import static io.tidemark.bootstrap.postgres.ServerFixture.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresSettingsTest {
    @TempDir
    static Path parent;

    static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerFixture.start(ServerFixture.emptyFolderIn(parent));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        ServerFixture.leave(parent.resolve("postgres"));
    }

    @Test
    void start_setsWhatKeepsDataAndStrangersAway() throws SQLException {
        assertThat(column(server, """
                        select name || '=' || setting
                        from pg_settings
                        where name in (
                            'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses',
                            'unix_socket_directories', 'log_timezone', 'shared_preload_libraries', 'server_encoding')
                        """))
                .containsExactlyInAnyOrder(
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "data_checksums=on",
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "log_timezone=UTC",
                        "shared_preload_libraries=pg_stat_statements",
                        "server_encoding=UTF8");
    }

    @Test
    void start_usesTheBuiltInLocale() throws SQLException {
        assertThat(column(
                        server,
                        "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'tidemark'"))
                .containsExactly("b C.UTF-8");
    }

    @Test
    void start_letsNobodyInWithoutThePassword() throws SQLException {
        assertThat(column(server, "select distinct auth_method from pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
    }

    @Test
    void password_isForItsOwnerOnly() throws IOException {
        Path file = parent.resolve("postgres/password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void password_isNeverPrinted() {
        assertThat(server.toString() + server.password() + server.jdbcUrl())
                .doesNotContain(server.password().reveal());
    }

    @Test
    void health_tellsWhatTheServerTells() throws SQLException {
        PostgresHealth health = server.health();
        assertThat(health.running()).isTrue();
        assertThat(column(server, "select current_setting('server_version') || ' on ' || inet_server_port()"))
                .containsExactly(health.version() + " on " + health.port());
    }
}
