package io.tidemark.bootstrap.cli;

import io.tidemark.domain.timing.DurationText;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Figures of merges as text, as the console words them. */
final class MergeText {
    private static final int BAR = 24;
    private static final String[] SHARES = {"base", "detection", "resolution", "rest"};
    private static final char[] LETTERS = {'B', 'D', 'R', '.'};

    private MergeText() {}

    static String duration(JsonNode micros) {
        return micros.isNumber() ? DurationText.of(micros.asDouble()) : "-";
    }

    static String percent(JsonNode share) {
        return share.isNumber() ? String.format(Locale.ROOT, "%.0f %%", share.asDouble() * 100) : "-";
    }

    /** The shares of the phases as letters: base, detection, resolution, and a point for what is outside them. */
    static String bar(JsonNode shares) {
        var bar = new StringBuilder();
        double reached = 0;
        for (int phase = 0; phase < SHARES.length; phase++) {
            reached += shares.path(SHARES[phase]).asDouble(0);
            while (bar.length() < Math.round(reached * BAR)) {
                bar.append(LETTERS[phase]);
            }
        }
        return bar.toString();
    }
}
