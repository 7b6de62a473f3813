package io.tidemark.bootstrap.cli;

import java.util.Locale;

/**
 * What the doctor says about one thing.
 *
 * @param remedy what to do; empty when all is well
 */
record Finding(Level level, String subject, String detail, String remedy) {
    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String detail) {
        return new Finding(Level.OK, subject, detail, "");
    }

    static Finding warn(String subject, String detail, String remedy) {
        return new Finding(Level.WARN, subject, detail, remedy);
    }

    static Finding fail(String subject, String detail, String remedy) {
        return new Finding(Level.FAIL, subject, detail, remedy);
    }

    String word() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    String line() {
        var line = "%-4s  %s: %s".formatted(word(), subject, detail);
        return remedy.isEmpty() ? line : line + System.lineSeparator() + "      remedy: " + remedy;
    }
}
