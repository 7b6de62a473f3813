package io.tidemark.bootstrap.cli;

import java.io.InputStream;

/**
 * Where a command is typed.
 *
 * @param in what is typed, or piped in
 * @param attached whether somebody looks on, for whom progress is shown
 */
public record Terminal(InputStream in, boolean attached) {
    /** Set by the start script, as Java cannot ask: how wide the terminal is that the output goes to; 0 if unknown. */
    private static final String COLUMNS = "tidemark.columns";

    private static final int NARROWEST = 40;

    /** What this process was started with. */
    public static Terminal ofProcess() {
        return new Terminal(System.in, System.getProperty(COLUMNS) != null);
    }

    /** How wide lines may be: as wide as the terminal, or else as is said. */
    static int columns(int otherwise) {
        int terminal = Integer.getInteger(COLUMNS, 0);
        return terminal > 0 ? Math.max(NARROWEST, terminal) : otherwise;
    }
}
