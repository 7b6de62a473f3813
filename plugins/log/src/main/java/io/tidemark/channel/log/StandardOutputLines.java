package io.tidemark.channel.log;

import java.io.IOException;

/** Writes to the standard output of the host. */
final class StandardOutputLines implements Lines {
    @Override
    public void write(byte[] line) throws IOException {
        System.out.write(line, 0, line.length);
        if (System.out.checkError()) {
            throw new IOException("Standard output takes nothing more; it may have been closed");
        }
    }

    @Override
    public String toString() {
        return "standard output";
    }
}
