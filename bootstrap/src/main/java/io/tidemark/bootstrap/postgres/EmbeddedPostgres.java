package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A PostgreSQL server that the daemon runs for itself, with everything that belongs to it in one folder. What was
 * committed lasts through a kill of the daemon, of the server or of both.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private final FolderLock lock;
    private final Programs programs;
    private final Launch.Running running;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(FolderLock lock, Programs programs, Launch.Running running) {
        this.lock = lock;
        this.programs = programs;
        this.running = running;
    }

    /**
     * Starts the server of the folder and waits until it answers: under a second, and some seconds at the first start,
     * which unpacks the programs and makes the database. A server that outlived its daemon is taken over.
     *
     * @param folder made if absent; must be the embedded server's alone
     * @param phases is told, by this thread, what the start is busy with
     * @throws PostgresCannotStartException if it cannot, with a message for the operator
     */
    public static EmbeddedPostgres start(Path folder, Consumer<StartPhase> phases) {
        Archive archive = Archive.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
        ServerFolder place = ServerFolder.createdAt(folder);
        try {
            return start(place, archive, phases);
        } catch (IOException e) {
            throw place.notWritable(e);
        }
    }

    private static EmbeddedPostgres start(ServerFolder folder, Archive archive, Consumer<StartPhase> phases)
            throws IOException {
        FolderLock lock = FolderLock.of(folder);
        try {
            Database database = new Database(folder);
            boolean exists = database.exists();
            Password password = Password.keptIn(folder, exists);
            ServerAccount account = ServerAccount.of(folder);
            Binaries binaries = Binaries.in(folder, archive, phases);
            Programs programs = new Programs(folder, binaries, account);
            if (exists) {
                database.requireVersionOf(binaries);
            } else {
                phases.accept(StartPhase.INITIALISING);
                database.create(programs);
            }
            Launch.Running running = new Launch(folder, programs, password, phases).run();
            binaries.removeOtherReleases();
            return new EmbeddedPostgres(lock, programs, running);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Returns the way into the server of the folder that a daemon runs just now, without touching it; empty when none runs.
     *
     * @throws PostgresCannotStartException if the folder cannot be read
     */
    public static Optional<Login> loginTo(Path folder) {
        ServerFolder place = new ServerFolder(folder);
        try {
            Optional<ServerProcess> server = ServerProcess.of(place);
            if (server.isEmpty()) {
                return Optional.empty();
            }
            Access access = new Access(server.get().port(), Password.keptIn(place, true));
            return Optional.of(new Login(access.jdbcUrl(), Access.USER, access.password()));
        } catch (IOException e) {
            throw place.notWritable(e);
        }
    }

    /** Whether there is a database in the folder. */
    public static boolean existsIn(Path folder) {
        return Files.isDirectory(new ServerFolder(folder).data());
    }

    /** The way into a server. */
    public record Login(String jdbcUrl, String user, Password password) {}

    /** Returns the address of the database, without user and password. */
    public String jdbcUrl() {
        return running.access().jdbcUrl();
    }

    /** Returns the user, who may do everything in this server. */
    public String user() {
        return Access.USER;
    }

    /** Returns the password of the user. */
    public Password password() {
        return running.access().password();
    }

    /** Returns how the server is now; asks the operating system, not the server. */
    public PostgresHealth health() {
        ServerProcess process = running.process();
        return new PostgresHealth(process.isRunning(), process.handle().pid(), process.port(), running.version());
    }

    /** Removes the oldest files of the server's log, which grow to 10 MB each; a start does the same. */
    public void pruneLogs() {
        try {
            new ServerLog(programs.folder().log()).prune();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, within a minute, and frees the folder; open connections are ended. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            programs.stop(running.process());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL could not be stopped", e);
        }
    }

    @Override
    public String toString() {
        return "EmbeddedPostgres[%s, %s]".formatted(programs.folder().root(), health());
    }
}
