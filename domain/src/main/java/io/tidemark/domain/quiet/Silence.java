package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's word that nobody is told about some alerts for a time. It ends by itself.
 *
 * @param target which alerts
 * @param time when
 * @param author who said so
 * @param reason why, in a sentence of at most {@value #MAX_LENGTH} characters
 */
public record Silence(Target target, TimeRange time, String author, String reason) {
    public static final int MAX_LENGTH = 500;

    /** Nobody remembers a longer one: what is quiet by habit is a maintenance window, or needs another threshold. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** From here on it is likely to be forgotten, so that whoever makes it is told. */
    public static final Duration LONG = Duration.ofDays(7);

    public Silence {
        requireNonNull(target, "target");
        requireNonNull(time, "time");
        requireText("author", author);
        requireText("reason", reason);
        if (Duration.between(time.from(), time.to()).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "from %s to %s is more than %d days: silence it for less, or make a maintenance window"
                            .formatted(time.from(), time.to(), LONGEST.toDays()));
        }
    }

    /** Whether it is so long that it may be forgotten. */
    public boolean isLong() {
        return Duration.between(time.from(), time.to()).compareTo(LONG) > 0;
    }

    /** As people read it, such as {@code operation=commit from 2026-11-22T01:00:00Z until 2026-11-22T02:00:00Z: the disks are moved}. */
    @Override
    public String toString() {
        return "%s from %s until %s: %s".formatted(target, time.from(), time.to(), reason);
    }

    /** Which alerts are meant. */
    public sealed interface Target {
        /** Whether an alert is meant. */
        boolean covers(Alert alert, Labels labels);
    }

    /**
     * All that match.
     *
     * @param matchers at least one; an alert must match all of them
     */
    public record Matching(List<Matcher> matchers) implements Target {
        public Matching {
            matchers = List.copyOf(matchers);
            if (matchers.isEmpty()) {
                throw new IllegalArgumentException(
                        "a silence needs at least one matcher, such as operation=commit; severity=~.* silences everything");
            }
        }

        @Override
        public boolean covers(Alert alert, Labels labels) {
            return Matcher.all(matchers, labels);
        }

        @Override
        public String toString() {
            return matchers.stream().map(Matcher::toString).collect(Collectors.joining(" "));
        }
    }

    /** A single alert, put off: when the condition is gone and comes back, that is another alert. */
    public record Snooze(long alertId) implements Target {
        @Override
        public boolean covers(Alert alert, Labels labels) {
            return alert.id() == alertId;
        }

        @Override
        public String toString() {
            return "alert " + alertId;
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s of %d characters must not be blank, longer than %d, or contain a NUL character"
                            .formatted(field, text.length(), MAX_LENGTH));
        }
    }
}
