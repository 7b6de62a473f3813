package io.tidemark.bootstrap.console.merges;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.PhaseMicros;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shares of the phases of merges, side by side.
 *
 * @param description what it shows, for those who do not see it
 * @param parts those that took any time, from the left
 */
record PhaseBar(String description, List<Part> parts) {
    private static final double WIDTH = 1_000;

    PhaseBar {
        parts = List.copyOf(parts);
    }

    /**
     * A part.
     *
     * @param look its class of the style sheet
     * @param x where it begins, in thousandths
     */
    record Part(String look, double x, double width) {}

    static PhaseBar of(PhaseMicros micros) {
        List<Part> parts = new ArrayList<>();
        double reached = 0;
        for (MergePhase phase : MergePhase.values()) {
            double width = micros.share(phase) * WIDTH;
            if (width > 0) {
                parts.add(new Part(look(phase), reached, width));
            }
            reached += width;
        }
        return new PhaseBar(description(micros), parts);
    }

    /** The colour of a phase, the same in every picture. */
    static String look(MergePhase phase) {
        return switch (phase) {
            case LCA_FINDING -> "part-1";
            case CONFLICT_DETECTION -> "part-2";
            case CONFLICT_RESOLUTION -> "part-3";
            case REST -> "part-5";
        };
    }

    static String number(double value) {
        return Long.toString(Math.round(value));
    }

    private static String description(PhaseMicros micros) {
        return List.of(MergePhase.values()).stream()
                .map(phase -> "%s %s, %s"
                        .formatted(
                                Words.of(phase),
                                Words.percent(micros.share(phase)),
                                Wording.duration(micros.of(phase))))
                .collect(Collectors.joining("; "));
    }
}
