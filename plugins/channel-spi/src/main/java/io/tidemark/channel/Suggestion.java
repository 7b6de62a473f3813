package io.tidemark.channel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the key that somebody meant. */
final class Suggestion {
    private Suggestion() {}

    static String forUnknown(String key, Collection<String> known) {
        return closest(key, known)
                .map(meant -> "%s: is not known; did you mean '%s'?".formatted(key, meant))
                .orElseGet(() ->
                        "%s: is not known; the keys are %s".formatted(key, String.join(", ", new TreeSet<>(known))));
    }

    private static Optional<String> closest(String key, Collection<String> known) {
        int tolerated = key.length() < 4 ? 1 : Math.max(2, key.length() / 3);
        return known.stream()
                .filter(candidate -> distance(key, candidate) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)));
    }

    /** The edit distance by Levenshtein, blind to case, hyphens and underscores. */
    private static int distance(String left, String right) {
        String from = letters(left);
        String to = letters(right);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static String letters(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
