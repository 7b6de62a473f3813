package io.tidemark.channel.slack;

import io.tidemark.channel.Trend;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A trend in one line of text, such as {@code ▁▁▂▇ 412 ms, normal 95–160 ms}. */
final class Sparkline {
    /** Not all eight blocks: the half and the full one stand out of line in many fonts. */
    private static final String BARS = "▁▂▃▅▇";

    private static final int LONGEST = 24;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Sparkline() {}

    /** The line, or nothing if there are not two values to compare. */
    static Optional<String> of(Trend trend) {
        List<Double> values = trend.values().stream().filter(Double::isFinite).toList();
        if (values.size() < 2 || !Double.isFinite(trend.low()) || !Double.isFinite(trend.high())) {
            return Optional.empty();
        }
        List<Double> last = values.subList(Math.max(0, values.size() - LONGEST), values.size());
        return Optional.of("%s %s %s, normal %s–%s %s"
                .formatted(
                        bars(last),
                        number(last.get(last.size() - 1)),
                        trend.unit(),
                        number(trend.low()),
                        number(trend.high()),
                        trend.unit()));
    }

    private static String bars(List<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return values.stream().map(value -> bar(value, low, high)).collect(Collectors.joining());
    }

    private static String bar(double value, double low, double high) {
        // Halved first: the width of the band itself may be more than a double holds.
        double width = high / 2 - low / 2;
        double share = width > 0 ? (value / 2 - low / 2) / width : 0;
        int index = (int) Math.round(share * (BARS.length() - 1));
        return BARS.substring(index, index + 1);
    }

    /** Three digits are what a glance takes in; of larger numbers the whole part stays. */
    private static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal round = Math.abs(value) < 100 ? exact.round(THREE_DIGITS) : exact.setScale(0, RoundingMode.HALF_UP);
        return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
    }
}
