package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Content.Fact;
import java.util.List;
import java.util.Locale;

/** What messages say about alerts. */
public final class AlertWording {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    /** From here on three digits round up to the next power of ten, and to the next unit. */
    private static final double ROUNDS_TO_1000 = 999.5;

    private static final double ROUNDS_TO_100 = 99.95;
    private static final double ROUNDS_TO_10 = 9.995;

    private AlertWording() {}

    /** One line: what, and how bad. */
    public static String title(Alert alert) {
        Figures figures = alert.evidence().figures();
        return "%s is slow: %s, %s times its normal p99 of %s"
                .formatted(
                        subject(alert),
                        duration((double) figures.actualMicros()),
                        digits(figures.multiplier()),
                        duration(figures.baselineP99Micros()));
    }

    static Content raised(Alert alert) {
        Figures figures = alert.evidence().figures();
        String normal = duration(figures.baselineP99Micros());
        List<Fact> facts = List.of(
                new Fact("Actual", duration((double) figures.actualMicros())),
                new Fact("Normal (p99)", normal),
                new Fact("Factor", digits(figures.multiplier())),
                new Fact("Since", alert.recurrence().firstSeen().toString()),
                new Fact("Seen", Long.toString(alert.recurrence().occurrences())),
                new Fact("User", alert.evidence().user()));
        String text = "A run of %s took longer than its baseline allows: 99 in 100 take at most %s."
                .formatted(subject(alert), normal);
        return new Content(title(alert), text, facts);
    }

    private static String subject(Alert alert) {
        String branch = alert.fingerprint().branch();
        String operation = alert.fingerprint().subject();
        return branch == null ? operation : operation + " on " + branch;
    }

    private static String duration(double micros) {
        if (micros < ROUNDS_TO_1000) {
            return digits(micros) + " µs";
        }
        double millis = micros / MICROS_PER_MILLI;
        return millis < ROUNDS_TO_1000 ? digits(millis) + " ms" : digits(millis / MILLIS_PER_SECOND) + " s";
    }

    /** Three significant digits, as far as the point goes. */
    private static String digits(double number) {
        String format = number < ROUNDS_TO_10 ? "%.2f" : number < ROUNDS_TO_100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
