package io.tidemark.bootstrap.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something is to last, as it is written after {@code --for}. */
final class Ahead {
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?");

    private Ahead() {}

    /** The instant so far ahead. */
    static String of(String length, Instant now) {
        var parts = LENGTH.matcher(length);
        if (length.isEmpty() || !parts.matches()) {
            throw CommandFailure.cannot("'%s' is no length of time: write it like 2h, 90m or 1d12h".formatted(length));
        }
        return now.plus(Duration.ofDays(number(parts.group(1))))
                .plus(Duration.ofHours(number(parts.group(2))))
                .plus(Duration.ofMinutes(number(parts.group(3))))
                .toString();
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
