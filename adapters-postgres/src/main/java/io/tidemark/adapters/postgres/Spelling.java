package io.tidemark.adapters.postgres;

import java.util.Comparator;
import java.util.List;

/** Guesses which word was meant. */
final class Spelling {
    private Spelling() {}

    /** The choice that takes the fewest changes of a letter to get to; the first of several. */
    static String nearest(String word, List<String> choices) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> distance(word, choice)))
                .orElseThrow();
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
