package io.tidemark.bootstrap.settings;

import java.util.Comparator;

/** A mistake in the settings, or a warning about them: where it stands, and a sentence that says how to mend it. */
public record Problem(Place place, String message) {
    static final Comparator<Problem> IN_ORDER = Comparator.comparingInt(
                    (Problem problem) -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column())
            .thenComparing(Problem::message);

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
