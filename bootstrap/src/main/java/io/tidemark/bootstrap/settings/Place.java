package io.tidemark.bootstrap.settings;

/**
 * Where a value or a mistake stands: a line and column (from 1) of a file, or, with line 0, a source without lines.
 *
 * @param source the settings file as it was named, or {@code default}, or {@code option --port}
 */
public record Place(String source, int line, int column) {
    static final Place DEFAULT = of("default");

    static Place of(String source) {
        return new Place(source, 0, 0);
    }

    boolean isDefault() {
        return equals(DEFAULT);
    }

    /** The place without its column, as {@code config show} prints it. */
    String lineOnly() {
        return line == 0 ? source : source + ":" + line;
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
