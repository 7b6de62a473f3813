package io.tidemark.bootstrap.postgres;

import static io.tidemark.bootstrap.postgres.ServerFixture.folderIn;
import static io.tidemark.bootstrap.postgres.ServerFixture.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresRefusalTest {
    @TempDir
    Path parent;

    Path folder;

    @BeforeEach
    void prepareFolder() throws IOException {
        folder = folderIn(parent);
    }

    @AfterEach
    void leaveFolder() throws IOException {
        ServerFixture.leave(folder);
    }

    @Test
    void start_namesTheDaemonThatHasTheFolder() throws IOException {
        try (OtherDaemon other = OtherDaemon.startedIn(folder)) {
            assertRefused(folder).withMessageContainingAll(folder.toString(), "in use by process " + other.pid());
        }
        start(folder).close();
    }

    @Test
    void start_isRefusedInTheSameProcessAndLeavesTheFirstItsLock() throws IOException {
        String own = Long.toString(ProcessHandle.current().pid());
        try (EmbeddedPostgres first = start(folder)) {
            assertRefused(folder).withMessageContainingAll(folder.toString(), "in use by process " + own);
            try (OtherDaemon other = OtherDaemon.startedIn(folder)) {
                assertThat(other.firstLine()).contains("in use by process " + own);
            }
            assertThat(first.health().running()).isTrue();
        }
    }

    @Test
    void start_leavesTheDatabaseOfAnotherMajorVersionAlone() throws IOException {
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertRefused(folder)
                .withMessageContainingAll("made by PostgreSQL 17", "brings PostgreSQL 18", "--data", "--database-url");
        assertThat(folder.resolve("data/PG_VERSION")).hasContent("17");
    }

    @Test
    void start_leavesAFolderAloneThatIsNoDatabase() throws IOException {
        Files.delete(folder.resolve("data/PG_VERSION"));
        Files.writeString(folder.resolve("data/letters.txt"), "dear");
        assertRefused(folder).withMessageContainingAll(folder.resolve("data").toString(), "PG_VERSION is missing");
        assertThat(folder.resolve("data/letters.txt")).hasContent("dear");
    }

    @Test
    void start_asksForTheLostPassword() throws IOException {
        Files.delete(folder.resolve("password"));
        assertRefused(folder)
                .withMessageContainingAll(folder.resolve("password").toString(), "put the file back");
        assertThat(folder.resolve("password")).doesNotExist();
    }

    @Test
    void start_stopsTheServerThatRefusesThePassword() throws IOException {
        Files.writeString(folder.resolve("password"), "another one\n");
        assertRefused(folder)
                .withMessageContainingAll(
                        "lets nobody in", folder.resolve("password").toString());
        assertThat(ServerProcess.of(new ServerFolder(folder))).isEmpty();
    }

    @Test
    void start_showsWhatTheServerSaidWhenItDoesNotStart() throws IOException {
        Files.writeString(folder.resolve("data/postgresql.auto.conf"), "shared_buffers = 'much'\n");
        assertRefused(folder)
                .withMessageContainingAll("did not start", "invalid value for parameter \"shared_buffers\": \"much\"");
    }

    @Test
    void start_namesTheFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertRefused(file).withMessageContainingAll(file.toString(), "cannot be written", "--data");
    }

    @Test
    void start_namesThePathThatAShellWouldRead() {
        Path strange = parent.resolve("a$b");
        assertRefused(strange).withMessageContainingAll(strange.toString(), "must be without", "--data");
        assertThat(strange).doesNotExist();
    }

    @Test
    void start_namesTheFolderThatIsReadOnly() throws IOException {
        assumeFalse((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        assertRefused(folder).withMessageContainingAll(folder.toString(), "cannot be written", "--data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static ThrowableAssertAlternative<PostgresCannotStartException> assertRefused(Path folder) {
        return assertThatExceptionOfType(PostgresCannotStartException.class)
                .isThrownBy(() -> start(folder).close());
    }
}
