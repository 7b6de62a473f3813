package io.tidemark.bootstrap.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The closest of the choices: one that the word begins, or at most two letters or a third of the word away. */
    public static Optional<String> closest(String word, Collection<String> choices) {
        int limit = Math.max(2, word.length() / 3);
        return choices.stream()
                .filter(choice ->
                        begins(word, choice) || distance(word, choice) <= Math.min(limit, choice.length() - 1))
                .min(Comparator.comparingInt(choice -> distance(word, choice)));
    }

    private static boolean begins(String word, String choice) {
        return word.length() > 2 && choice.regionMatches(true, 0, word, 0, word.length());
    }

    /** Optimal string alignment: letters added, left out, changed, or swapped with their neighbour; in any case. */
    private static int distance(String first, String second) {
        var from = first.toLowerCase(Locale.ROOT).replace('_', '-');
        var to = second.toLowerCase(Locale.ROOT).replace('_', '-');
        var steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int step(int[][] steps, String from, String to, int i, int j) {
        int changed = steps[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
