package io.tidemark.bootstrap.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Reads from somebody else: what is read is checked, and what goes wrong is the sender's problem. */
final class BoundedInput extends InputStream {
    private static final int PIECE = 8 * 1024;

    private final InputStream in;
    private final IntConsumer check;
    private final Function<IOException, ProblemException> problem;

    /**
     * Makes the input.
     *
     * @param check is told of the bytes that were read just now, and throws when they are too many
     * @param problem what the sender did wrong
     */
    BoundedInput(InputStream in, IntConsumer check, Function<IOException, ProblemException> problem) {
        this.in = in;
        this.check = check;
        this.problem = problem;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        try {
            int count = in.read(into, offset, length);
            check.accept(Math.max(0, count));
            return count;
        } catch (IOException e) {
            throw problem.apply(e);
        }
    }

    /** Everything that is left. */
    byte[] rest() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = read(piece, 0, PIECE); count >= 0; count = read(piece, 0, PIECE)) {
            rest.write(piece, 0, count);
        }
        return rest.toByteArray();
    }
}
