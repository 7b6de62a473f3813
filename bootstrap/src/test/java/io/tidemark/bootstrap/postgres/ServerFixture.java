package io.tidemark.bootstrap.postgres;

import static org.awaitility.Awaitility.await;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Servers in folders of their own. What takes long, unpacking and making a database, is done once and shared. */
final class ServerFixture {
    private static final Path SHARED = Path.of("target", "shared-postgres");

    private ServerFixture() {}

    static Archive archive() {
        return Archive.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Returns a folder in which the programs lie, but no database yet. */
    static Path emptyFolderIn(Path parent) throws IOException {
        ServerFolder shared = ServerFolder.createdAt(SHARED);
        Files.setPosixFilePermissions(shared.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Binaries.in(shared, archive(), phase -> {}).home();
        Path folder = ServerFolder.createdAt(parent.resolve("postgres")).root();
        Files.createSymbolicLink(folder.resolve(home.getFileName()), home);
        return folder;
    }

    /** Returns a folder with a stopped database. */
    static Path folderIn(Path parent) throws IOException {
        Path folder = emptyFolderIn(parent);
        Path made = SHARED.resolve("postgres");
        if (!Files.exists(made)) {
            start(emptyFolderIn(SHARED)).close();
        }
        copy(made.resolve("password"), folder.resolve("password"));
        try (Stream<Path> files = Files.walk(made.resolve("data"))) {
            for (Path file : files.toList()) {
                copy(file, folder.resolve(made.relativize(file)));
            }
        }
        return folder;
    }

    /** Removes the link to the shared programs; JUnit would, but complains. */
    static void leave(Path folder) throws IOException {
        PrivateFiles.removeTree(folder.resolve("server-" + archive().checksum()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder, phase -> {});
    }

    static List<StartPhase> phasesOfAStart(Path folder) {
        List<StartPhase> phases = new ArrayList<>();
        EmbeddedPostgres.start(folder, phases::add).close();
        return phases;
    }

    static void keepNote(EmbeddedPostgres server, String note) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists notes (note text)");
            statement.execute("insert into notes values ('" + note + "')");
        }
    }

    static List<String> notes(EmbeddedPostgres server) throws SQLException {
        return column(server, "select note from notes");
    }

    static List<String> column(EmbeddedPostgres server, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    static void kill(EmbeddedPostgres server) {
        ProcessHandle.of(server.health().pid()).ifPresent(ProcessHandle::destroyForcibly);
        await().until(() -> !server.health().running());
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), server.user(), server.password().reveal());
    }
}
