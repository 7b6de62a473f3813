package io.tidemark.application.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.tidemark.application.port.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps everybody else out of a journal; the operating system lifts it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    /**
     * The locks that this process holds. POSIX drops a lock when the process closes any channel on its file, so a second
     * attempt in this process must be refused before it opens one.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StorageException when somebody else has it
     */
    static FolderLock of(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve("lock");
        if (!HELD.add(file)) {
            throw inUse(folder, "this process");
        }
        try {
            return new FolderLock(file, locked(folder, file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder, "another process");
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StorageException inUse(Path folder, String by) {
        return StorageException.lasting(
                "The journal in %s is in use by %s: give each its own folder, or stop the other one"
                        .formatted(folder, by),
                null);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
