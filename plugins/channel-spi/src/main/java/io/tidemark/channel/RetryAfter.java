package io.tidemark.channel;

import static io.tidemark.channel.HttpDelivery.LONGEST_RETRY_AFTER;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the header {@code Retry-After}: seconds, or one of the three dates of RFC 9110, section 5.6.7. */
final class RetryAfter {
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    private RetryAfter() {}

    /** The pause from now on, zero for the past, cut to the longest; empty if the value cannot be read. */
    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (value.matches("[0-9]+")) {
            return Optional.of(seconds(value));
        }
        return DATES.stream()
                .flatMap(format -> date(value, format).stream())
                .findFirst()
                .map(date -> bounded(Duration.between(now, date)));
    }

    private static Duration seconds(String digits) {
        // Nine digits are some thirty years: more of them need not be told apart, and might not fit a number.
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 9
                ? LONGEST_RETRY_AFTER
                : bounded(Duration.ofSeconds(Long.parseLong(significant)));
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(value, Instant::from));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : pause;
    }
}
