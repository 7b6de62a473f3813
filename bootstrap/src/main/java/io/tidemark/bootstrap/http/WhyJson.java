package io.tidemark.bootstrap.http;

import io.tidemark.domain.alert.Why;
import java.util.List;

/** The figures behind a verdict. */
record WhyJson(
        Why.Test test,
        long expectedLowMicros,
        long expectedHighMicros,
        String basis,
        long samples,
        long centreMicros,
        double spread,
        double score,
        double limit,
        double effectPercent,
        long effectMicros,
        List<Long> recentMicros) {

    static WhyJson of(Why why) {
        return new WhyJson(
                why.test(),
                Math.round(why.expected().lowMicros()),
                Math.round(why.expected().highMicros()),
                why.basis().reference(),
                why.basis().samples(),
                Math.round(why.basis().centreMicros()),
                why.basis().spread(),
                why.score().value(),
                why.score().limit(),
                why.effect().percent(),
                Math.round(why.effect().micros()),
                why.recent().stream().map(Math::round).toList());
    }
}
