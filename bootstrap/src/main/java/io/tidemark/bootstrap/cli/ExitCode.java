package io.tidemark.bootstrap.cli;

/** What the program answers to the shell. */
public final class ExitCode {
    public static final int FINE = 0;
    /** Something was found that a person should look at. */
    public static final int FOUND = 1;
    /** The command or the settings are wrong. */
    public static final int USAGE = 2;
    /** What was asked for cannot be done. */
    public static final int CANNOT = 3;

    private ExitCode() {}
}
