package io.tidemark.bootstrap.postgres;

import static io.tidemark.bootstrap.postgres.ServerFixture.folderIn;
import static io.tidemark.bootstrap.postgres.ServerFixture.keepNote;
import static io.tidemark.bootstrap.postgres.ServerFixture.kill;
import static io.tidemark.bootstrap.postgres.ServerFixture.notes;
import static io.tidemark.bootstrap.postgres.ServerFixture.phasesOfAStart;
import static io.tidemark.bootstrap.postgres.ServerFixture.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path parent;

    Path folder;

    @BeforeEach
    void prepareFolder() throws IOException {
        folder = folderIn(parent);
    }

    @AfterEach
    void endWhatAFailedTestLeft() throws IOException {
        ServerProcess.of(new ServerFolder(folder))
                .ifPresent(left -> left.handle().destroyForcibly());
        ServerFixture.leave(folder);
    }

    @Test
    void start_findsWhatWasKeptBeforeAStop() throws SQLException {
        try (EmbeddedPostgres first = start(folder)) {
            keepNote(first, "before the stop");
        }
        try (EmbeddedPostgres second = start(folder)) {
            assertThat(notes(second)).containsExactly("before the stop");
        }
    }

    @Test
    void start_tellsOnlyThePhasesThatItGoesThrough() throws IOException {
        PrivateFiles.removeTree(folder.resolve("data"));
        assertThat(phasesOfAStart(folder)).containsExactly(StartPhase.INITIALISING, StartPhase.STARTING);
        assertThat(phasesOfAStart(folder)).containsExactly(StartPhase.STARTING);
    }

    @Test
    void start_findsWhatWasCommittedBeforeTheServerWasKilled() throws SQLException {
        try (EmbeddedPostgres first = start(folder)) {
            keepNote(first, "before the kill");
            kill(first);
        }
        try (EmbeddedPostgres second = start(folder)) {
            assertThat(notes(second)).containsExactly("before the kill");
        }
    }

    @Test
    void start_takesOverTheServerThatOutlivedItsDaemon() throws Exception {
        String pid;
        try (OtherDaemon killed = OtherDaemon.startedIn(folder)) {
            pid = killed.firstLine();
        }
        try (EmbeddedPostgres adopted = start(folder)) {
            assertThat(adopted.health().pid()).hasToString(pid);
            assertThat(notes(adopted)).containsExactly(OtherDaemon.NOTE);
        }
        assertThat(ServerProcess.of(new ServerFolder(folder))).isEmpty();
    }

    @Test
    void start_isNotFooledByARecycledProcessId() throws IOException, SQLException {
        List<String> processFile;
        try (EmbeddedPostgres first = start(folder)) {
            keepNote(first, "before the reboot");
            processFile = Files.readAllLines(folder.resolve("data/postmaster.pid"));
        }
        // PostgreSQL forgives the pid of the process that starts it: it must be a stranger's, waiting for input.
        Process stranger = new ProcessBuilder("cat").start();
        processFile.set(0, Long.toString(stranger.pid()));
        Files.write(folder.resolve("data/postmaster.pid"), processFile);
        try (EmbeddedPostgres second = start(folder)) {
            assertThat(notes(second)).containsExactly("before the reboot");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void start_makesTheDatabaseAgainWhenAKilledStartLeftHalfOfIt() throws IOException {
        PrivateFiles.removeTree(folder.resolve("data"));
        Files.createDirectories(folder.resolve("data.unfinished/base"));
        Files.writeString(folder.resolve("data.unfinished/PG_VERSION"), "18\n");
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(server.health().running()).isTrue();
        }
        assertThat(folder.resolve("data.unfinished")).doesNotExist();
    }

    @Test
    void start_keepsItsPort() {
        int first;
        try (EmbeddedPostgres server = start(folder)) {
            first = server.health().port();
        }
        try (EmbeddedPostgres server = start(folder)) {
            assertThat(server.health().port()).isEqualTo(first);
        }
    }

    @Test
    void start_takesAnotherPortAndKeepsItWhenItsOwnIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("port"), stranger.getLocalPort() + "\n");
            try (EmbeddedPostgres server = start(folder)) {
                assertThat(server.health().port()).isNotEqualTo(stranger.getLocalPort());
                assertThat(folder.resolve("port"))
                        .hasContent(Integer.toString(server.health().port()));
            }
        }
    }

    @Test
    void start_endsTheServerOfAnotherReleaseAndStartsItsOwn() throws Exception {
        String pid;
        try (OtherDaemon killed = OtherDaemon.startedIn(folder)) {
            pid = killed.firstLine();
        }
        Path server = folder.resolve("server-" + ServerFixture.archive().checksum());
        Files.delete(server);
        try (EmbeddedPostgres own = start(folder)) {
            assertThat(own.health().pid()).doesNotHaveToString(pid);
            assertThat(notes(own)).containsExactly(OtherDaemon.NOTE);
        }
    }

    @Test
    void start_asRootRunsTheServerAsTheOwnerOfTheFolder() throws IOException {
        assumeTrue(
                (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0,
                "only root can change to another user");
        int nobody = 65534;
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFiles.removeTree(folder.resolve("data"));
        Files.setAttribute(folder, "unix:uid", nobody);
        try (EmbeddedPostgres server = start(folder)) {
            assertThat((int) Files.getAttribute(
                            Path.of("/proc", Long.toString(server.health().pid())), "unix:uid"))
                    .isEqualTo(nobody);
        }
    }

    @Test
    void close_stopsTheServerAndMayBeCalledTwice() {
        EmbeddedPostgres server = start(folder);
        server.close();
        server.close();
        assertThat(server.health().running()).isFalse();
    }
}
