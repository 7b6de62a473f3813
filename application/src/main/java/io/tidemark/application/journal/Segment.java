package io.tidemark.application.journal;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.tidemark.application.port.StorageException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of a journal: a header, and records one after the other. A record has a header of its own (the length of its
 * content, the timings in it, the checksum of the content, and that of these three), so that a content that was cut off is
 * told from one that was damaged.
 */
final class Segment implements AutoCloseable {
    static final int FILE_HEADER = 8;
    static final int RECORD_HEADER = 16;
    private static final int CHECKED_HEADER = RECORD_HEADER - Integer.BYTES;
    private static final int MAGIC = 0x54_4D_4A_4C;
    private static final int VERSION = 1;

    private final Path file;
    private final long number;
    private final FileChannel channel;

    /** Where what was taken over ends: what lies behind it never was. */
    private long end;

    private Segment(Path file, long number, FileChannel channel, long end) {
        this.file = file;
        this.number = number;
        this.channel = channel;
        this.end = end;
    }

    /** What stands at a place of a segment. */
    sealed interface Entry {}

    /**
     * A record.
     *
     * @param content null when it is damaged
     * @param next the place of the next one
     */
    record Found(@Nullable ByteBuffer content, int timings, long next) implements Entry {}

    /** Nothing but what was cut off in the middle of being written. */
    record End(long bytesCutOff) implements Entry {}

    /** Where the next record begins cannot be told. */
    record Unreadable() implements Entry {}

    static Segment create(Path folder, long number) throws IOException {
        Path file = fileOf(folder, number);
        FileChannel channel = FileChannel.open(file, CREATE_NEW, READ, WRITE);
        try {
            write(
                    channel,
                    ByteBuffer.allocate(FILE_HEADER)
                            .putInt(MAGIC)
                            .putInt(VERSION)
                            .flip(),
                    0);
            return new Segment(file, number, channel, FILE_HEADER);
        } catch (IOException e) {
            channel.close();
            Files.delete(file);
            throw e;
        }
    }

    /**
     * Opens a segment that an earlier run left.
     *
     * @throws StorageException when it is of another version
     */
    static Segment open(Path folder, long number) throws IOException {
        Path file = fileOf(folder, number);
        FileChannel channel = FileChannel.open(file, READ, WRITE);
        try {
            requireKnownVersion(file, channel);
            return new Segment(file, number, channel, channel.size());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void requireKnownVersion(Path file, FileChannel channel) throws IOException {
        if (channel.size() < FILE_HEADER) {
            return;
        }
        ByteBuffer header = read(channel, 0, FILE_HEADER);
        int magic = header.getInt();
        int version = header.getInt();
        if (magic == MAGIC && version != VERSION) {
            throw StorageException.lasting(
                    "%s was written by another version (format %d, this one reads %d): let that version store it, or move the file away"
                            .formatted(file, version, VERSION),
                    null);
        }
    }

    static Path fileOf(Path folder, long number) {
        return folder.resolve("%016d.journal".formatted(number));
    }

    long number() {
        return number;
    }

    Path file() {
        return file;
    }

    long end() {
        return end;
    }

    static long sizeOf(byte[] content) {
        return RECORD_HEADER + (long) content.length;
    }

    /** Writes a record, and returns when it is on the disk; when it throws, the segment is as it was. */
    void append(byte[] content, int timings) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + content.length);
        record.putInt(content.length).putInt(timings).putInt(checksum(ByteBuffer.wrap(content)));
        record.putInt(checksum(record.slice(0, CHECKED_HEADER))).put(content).flip();
        try {
            write(channel, record, end);
            channel.force(false);
            end += record.limit();
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    Entry at(long place) throws IOException {
        if (end - place < RECORD_HEADER) {
            return new End(Math.max(0, end - place));
        }
        ByteBuffer header = read(channel, place, RECORD_HEADER);
        int length = header.getInt();
        int timings = header.getInt();
        int contentChecksum = header.getInt();
        if (header.getInt() != checksum(header.slice(0, CHECKED_HEADER)) || length < 0) {
            return new Unreadable();
        }
        long next = place + RECORD_HEADER + length;
        if (next > end) {
            return new End(end - place);
        }
        ByteBuffer content = read(channel, place + RECORD_HEADER, length);
        boolean isIntact = checksum(content.duplicate()) == contentChecksum;
        return new Found(isIntact ? content : null, timings, next);
    }

    /** Copies what stands from one place to another to the end of a file beside the segment. */
    Path setAside(long from, long to) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try (FileChannel target = FileChannel.open(aside, CREATE, APPEND)) {
            channel.transferTo(from, to - from, target);
        }
        return aside;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long place) throws IOException {
        long next = place;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    private static ByteBuffer read(FileChannel channel, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException("a record ends beyond its file");
            }
        }
        return bytes.flip();
    }
}
