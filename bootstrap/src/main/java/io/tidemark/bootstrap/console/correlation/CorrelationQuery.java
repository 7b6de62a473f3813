package io.tidemark.bootstrap.console.correlation;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.correlate.Correlation;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.domain.correlation.CorrelationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an address of the page asks for.
 *
 * @param period the stretch of time that pictures show
 * @param threshold from which coefficient on two operations move together
 */
record CorrelationQuery(Period period, double threshold) {
    static final String PATH = "/correlations";

    private static final double LEAST_THRESHOLD = 0.3;
    private static final List<Double> THRESHOLDS = List.of(0.5, CorrelationSettings.DEFAULT.threshold(), 0.9);

    static CorrelationQuery of(Context ctx, Instant now) {
        return new CorrelationQuery(Period.of(ctx, now, TimeWindow.ONE_DAY), threshold(ctx));
    }

    /** How much of the past is compared: as much as is shown, up to what can be. */
    Duration window() {
        Duration shown = Duration.between(period.range().from(), period.range().to());
        Duration wanted = period.window() == null ? Correlation.WINDOW : shown;
        return wanted.compareTo(Correlation.LONGEST) > 0 ? Correlation.LONGEST : wanted;
    }

    CorrelationSettings settings() {
        return CorrelationSettings.DEFAULT.withThreshold(threshold);
    }

    Address address() {
        return Address.of(PATH).with(period).with("r", word(threshold));
    }

    /** Where two operations are shown one under the other. */
    String pair(String one, String other) {
        return address().with("a", one).with("b", other).href();
    }

    /** Where there is more about an operation, for the same stretch of time. */
    String operation(String name) {
        return Address.of("/operations").with("name", name).with(period).href();
    }

    List<Choice> past() {
        return Choice.ofPast(address(), period);
    }

    /** The same for two operations. */
    List<Choice> pastOf(String one, String other) {
        return Choice.ofPast(address().with("a", one).with("b", other), period);
    }

    /** From which coefficients on. */
    List<Choice> thresholds() {
        return Stream.concat(THRESHOLDS.stream(), Stream.of(threshold))
                .distinct()
                .sorted()
                .map(one -> new Choice(
                        "from r %s".formatted(word(one)),
                        address().with("r", word(one)).href(),
                        one == threshold))
                .toList();
    }

    private static double threshold(Context ctx) {
        String text = ctx.queryParam("r");
        if (text == null) {
            return CorrelationSettings.DEFAULT.threshold();
        }
        try {
            double threshold = Double.parseDouble(text);
            if (threshold >= LEAST_THRESHOLD && threshold <= 1) {
                return threshold;
            }
            throw new BadRequestResponse(wrong(text));
        } catch (NumberFormatException e) {
            BadRequestResponse wrong = new BadRequestResponse(wrong(text));
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static String wrong(String text) {
        return "r '%s' must be a number from %s to 1".formatted(text, LEAST_THRESHOLD);
    }

    private static String word(double threshold) {
        return String.format(Locale.ROOT, "%.2f", threshold);
    }
}
