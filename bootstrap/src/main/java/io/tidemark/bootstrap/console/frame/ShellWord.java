package io.tidemark.bootstrap.console.frame;

/** A name as a word of a shell's command. */
public final class ShellWord {
    private ShellWord() {}

    /** Ready to be pasted, whatever the name holds. */
    public static String quoted(String name) {
        return name.matches("[A-Za-z0-9_./-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
