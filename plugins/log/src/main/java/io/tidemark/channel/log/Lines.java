package io.tidemark.channel.log;

import java.io.IOException;

/** Where lines go. Safe for several threads. */
interface Lines {
    /**
     * Writes one line, its line feed included.
     *
     * @throws java.io.FileNotFoundException if nothing can be written until a person changes something
     * @throws IOException if it may work later; a part of the line may have been written
     */
    void write(byte[] line) throws IOException;
}
