package io.tidemark.bootstrap.console.correlation;

import io.tidemark.bootstrap.console.correlation.CorrelationView.Figures;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.correlation.Affinity;
import java.util.Locale;

/** How alike operations are, in words. */
final class Phrases {
    private static final int LONGEST_NAME = 26;
    private static final double LEAST_P = 0.001;

    private Phrases() {}

    static String of(Affinity affinity) {
        if (!affinity.isKnown()) {
            return "no verdict, as both were seen in %s only, or one of them never changed"
                    .formatted(Wording.counted(affinity.minutes(), "minute", "minutes"));
        }
        Figures figures = figures(affinity);
        return "r %s, p %s, %s min".formatted(figures.r(), figures.p(), figures.minutes());
    }

    static Figures figures(Affinity affinity) {
        return new Figures(
                coefficient(affinity.coefficient()), p(affinity.pValue()), Wording.count(affinity.minutes()));
    }

    static String coefficient(double r) {
        return String.format(Locale.ROOT, "%.2f", r).replace('-', '−');
    }

    private static String p(double p) {
        return p < LEAST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** As far as there is room in a picture, whole characters. */
    static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
