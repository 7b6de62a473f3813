package io.tidemark.domain.alert;

import static io.tidemark.domain.timing.DurationText.digits;

import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.alert.Why.Sentences;
import io.tidemark.domain.alert.Why.Test;
import io.tidemark.domain.timing.DurationText;

/** A why in sentences. */
final class WhyText {
    private WhyText() {}

    static Sentences of(Why why) {
        return new Sentences(expectation(why), effect(why), score(why));
    }

    private static String expectation(Why why) {
        return "Expected %s, by %s (%d samples around %s)."
                .formatted(
                        band(why.expected()),
                        why.basis().reference(),
                        why.basis().samples(),
                        DurationText.of(why.basis().centreMicros()));
    }

    private static String band(Band expected) {
        String high = DurationText.of(expected.highMicros());
        return expected.lowMicros() > 0 ? DurationText.of(expected.lowMicros()) + " to " + high : "at most " + high;
    }

    private static String effect(Why why) {
        double percent = why.effect().percent();
        return "It was %s %% (%s) %s that."
                .formatted(
                        digits(Math.abs(percent)),
                        DurationText.of(Math.abs(why.effect().micros())),
                        percent < 0 ? "below" : "above");
    }

    private static String score(Why why) {
        return "%s reached %s and fires from %s on: a limit above %s would have kept it quiet."
                .formatted(
                        name(why.test()),
                        digits(why.score().value()),
                        digits(why.score().limit()),
                        digits(why.score().value()));
    }

    private static String name(Test test) {
        return switch (test) {
            case BASELINE_THRESHOLD -> "The multiple of the p99";
            case CLASSIC_Z -> "The classic z-score";
            case ROBUST_Z -> "The robust z-score";
            case STREAM -> "The score of the stream";
            case DEGRADATION -> "The rise of the p99 in percent";
            case CHANGE_POINT -> "The change of the level in percent";
            case CORRELATION -> "The correlation";
            case BASELINE_CHANGE -> "The change of the p99 as a factor";
        };
    }
}
