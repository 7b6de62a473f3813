package io.tidemark.channel.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Appends to a file. Opens it for each line, so that it may be moved away at any time. Not a file channel: an interrupt
 * would close that one in the middle of a line.
 */
final class FileLines implements Lines {
    private final Path file;
    private boolean torn;

    FileLines(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void write(byte[] line) throws IOException {
        try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
            if (torn) {
                out.write('\n');
            }
            torn = true;
            out.write(line);
            torn = false;
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
