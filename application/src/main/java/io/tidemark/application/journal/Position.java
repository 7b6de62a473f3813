package io.tidemark.application.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * How far a journal was stored, in a file of its own. It saves work and keeps counts right after a restart; it is not
 * needed to store everything once, so it is written without waiting for the disk.
 */
final class Position implements AutoCloseable {
    private static final int SIZE = 2 * Long.BYTES + Integer.BYTES;

    private final FileChannel channel;

    private Position(FileChannel channel) {
        this.channel = channel;
    }

    static Position open(Path folder) throws IOException {
        return new Position(FileChannel.open(folder.resolve("position"), CREATE, READ, WRITE));
    }

    void set(long segment, long place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).putLong(segment).putLong(place);
        channel.write(bytes.putInt(checksum(bytes)).flip(), 0);
    }

    /** The segment it is in; 0 when that is not known. */
    long segment() throws IOException {
        return read().getLong(0);
    }

    /** The place in that segment from which on nothing was stored; 0 when that is not known. */
    long in(long segment) throws IOException {
        ByteBuffer bytes = read();
        return bytes.getLong(0) == segment ? bytes.getLong(Long.BYTES) : 0;
    }

    private ByteBuffer read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        channel.read(bytes, 0);
        boolean isIntact = !bytes.hasRemaining() && bytes.getInt(2 * Long.BYTES) == checksum(bytes);
        return isIntact ? bytes : ByteBuffer.allocate(SIZE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate().position(0).limit(2 * Long.BYTES));
        return (int) checksum.getValue();
    }
}
