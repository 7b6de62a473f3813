package io.tidemark.channel.email;

import io.tidemark.channel.Trend;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** The values of a trend that can be drawn, and their words. */
final class Figures {
    /** More would be one blot in the picture. */
    private static final int MOST = 200;

    private static final int SAID = 10;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** The last values, without those that are no numbers. */
    static List<Double> drawable(Trend trend) {
        List<Double> finite = trend.values().stream().filter(Double::isFinite).toList();
        return finite.subList(Math.max(0, finite.size() - MOST), finite.size());
    }

    /** What the picture shows, for who does not see it. */
    static String summary(Trend trend) {
        List<Double> values = drawable(trend);
        String last = values.subList(Math.max(0, values.size() - SAID), values.size()).stream()
                .map(Figures::text)
                .collect(Collectors.joining(", "));
        return "The last values, oldest first: %s %s. Normal: %s to %s %s."
                .formatted(last, trend.unit(), text(trend.low()), text(trend.high()), trend.unit());
    }

    /** A number as short as it can be, to three digits where it is small. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal shown =
                Math.abs(value) >= 1_000 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(THREE_DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
