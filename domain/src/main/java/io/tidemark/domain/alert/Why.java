package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a verdict was what it was: enough to say, months later, what was expected and what would have kept it quiet.
 * Durations are in microseconds.
 *
 * @param test what was asked
 * @param expected what would have been normal
 * @param basis what that rests on
 * @param score how far it went, and how far it may go
 * @param effect what the difference means in practice
 * @param recent the last values before the verdict and at it, the oldest first; may be empty
 */
public record Why(Test test, Band expected, Basis basis, Score score, Effect effect, List<Double> recent) {
    /** How many of the last values are kept. */
    public static final int MOST_RECENT = 60;

    /** What was asked. */
    public enum Test {
        BASELINE_THRESHOLD,
        CLASSIC_Z,
        ROBUST_Z,
        STREAM,
        DEGRADATION,
        CHANGE_POINT,
        CORRELATION,
        BASELINE_CHANGE
    }

    public Why {
        requireNonNull(test, "test");
        requireNonNull(expected, "expected");
        requireNonNull(basis, "basis");
        requireNonNull(score, "score");
        requireNonNull(effect, "effect");
        recent = List.copyOf(recent.subList(Math.max(0, recent.size() - MOST_RECENT), recent.size()));
    }

    /** The same in sentences. */
    public String text() {
        Sentences all = sentences();
        return String.join(" ", all.expected(), all.seen(), all.quiet());
    }

    /** The same, one sentence for each question. */
    public Sentences sentences() {
        return WhyText.of(this);
    }

    /**
     * A why in sentences.
     *
     * @param expected what would have been normal, and by what
     * @param seen what it was instead
     * @param quiet what would have kept it quiet
     */
    public record Sentences(String expected, String seen, String quiet) {}

    /** What would have been normal: from low to high, both included. */
    public record Band(double lowMicros, double highMicros) {
        public Band {
            if (!(lowMicros <= highMicros)) {
                throw new IllegalArgumentException("a band from %s to %s is empty".formatted(lowMicros, highMicros));
            }
        }
    }

    /**
     * What the expectation rests on.
     *
     * @param reference which past it was, in words: "baseline 7, Mondays at 09:00", "the last 24 hours"
     * @param samples how many timings, or steps, that was
     * @param centreMicros where they lie
     * @param spread how far apart: in microseconds, or as a factor where the test works on logarithms
     */
    public record Basis(String reference, long samples, double centreMicros, double spread) {
        public Basis {
            if (reference.isBlank() || samples < 0) {
                throw new IllegalArgumentException(
                        "a basis needs a reference and samples, not \"%s\" and %d".formatted(reference, samples));
            }
        }
    }

    /**
     * How far it went.
     *
     * @param value what was reached
     * @param limit from where on the rule fires: a setting that is just above the value would have kept it quiet
     */
    public record Score(double value, double limit) {}

    /**
     * What the difference means in practice.
     *
     * @param percent by how much it is above (or, negative, below) what is normal
     * @param micros the same, as time
     */
    public record Effect(double percent, double micros) {}
}
