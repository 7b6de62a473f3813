package io.tidemark.bootstrap.http;

import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a request is about: some hours up to now, or from one instant to another.
 *
 * @param range the stretch, half open
 */
record Stretch(TimeRange range) {
    static final Parameter<Integer> HOURS =
            Parameter.number("hours", "How far back, when neither from nor to is given.", 24, 24 * 400);
    static final Parameter<@Nullable Instant> FROM = Parameter.instant("from", "The first instant; needs to.");
    static final Parameter<@Nullable Instant> TO = Parameter.instant("to", "The first instant after it; needs from.");

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final long MOST_STEPS = 120;

    static Stretch of(Query query, Instant now) {
        Instant from = query.get(FROM);
        Instant to = query.get(TO);
        if (from == null && to == null) {
            return new Stretch(TimeRange.endingAt(now, Duration.ofHours(query.get(HOURS))));
        }
        if (from == null || to == null) {
            throw ProblemException.badRequest("a stretch of time needs both from and to, or hours");
        }
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest(
                    "from %s must be before to %s, by %d days at most".formatted(from, to, LONGEST.toDays()));
        }
        return new Stretch(new TimeRange(from, to));
    }

    /** The shortest round step of which not too many are needed. */
    Duration step() {
        long minutes = Duration.between(range.from(), range.to()).toMinutes();
        return Duration.ofMinutes(LongStream.of(1, 2, 5, 10, 20, 30, 60, 120, 360, 720, 1_440, 2_880)
                .filter(step -> minutes <= step * MOST_STEPS)
                .findFirst()
                .orElse(7_200));
    }
}
