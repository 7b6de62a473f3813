package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stretches of time that do not count towards the baseline of a scope.
 *
 * @param stretches which they are, by their start
 */
public record LeftOut(List<Stretch> stretches) {
    private static final int MOST_NAMED = 3;

    public static final LeftOut NOTHING = new LeftOut(List.of());

    public LeftOut {
        stretches = stretches.stream()
                .sorted(Comparator.comparing(stretch -> stretch.range().from()))
                .toList();
    }

    /**
     * What of a range counts, in order.
     *
     * <p>Stretches are taken out as whole hours, and as whole minutes where they begin or end after {@code minutesFrom}:
     * timings of long ago are known by the hour only.
     */
    public List<TimeRange> keep(TimeRange range, Instant minutesFrom) {
        List<TimeRange> kept = new ArrayList<>();
        Instant from = range.from();
        for (Stretch stretch : stretches) {
            Instant start = floor(stretch.range().from(), minutesFrom);
            Instant end = ceiling(stretch.range().to(), minutesFrom);
            addUnlessEmpty(kept, from, earlier(start, range.to()));
            from = later(from, end);
        }
        addUnlessEmpty(kept, from, range.to());
        return kept;
    }

    /** Those of them that overlap a range. */
    public LeftOut within(TimeRange range) {
        return new LeftOut(stretches.stream()
                .filter(stretch -> stretch.range().from().isBefore(range.to())
                        && range.from().isBefore(stretch.range().to()))
                .toList());
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** Why, in words: at most {@value #MOST_NAMED} reasons, and how many more there are. */
    public String text() {
        List<String> reasons =
                stretches.stream().map(Stretch::because).distinct().toList();
        String named = String.join("; ", reasons.subList(0, Math.min(MOST_NAMED, reasons.size())));
        return reasons.size() > MOST_NAMED ? named + "; and " + (reasons.size() - MOST_NAMED) + " more" : named;
    }

    /** A stretch that does not count, and why. */
    public record Stretch(TimeRange range, String because) {
        public Stretch {
            requireNonNull(range, "range");
            requireNonNull(because, "because");
        }
    }

    private static void addUnlessEmpty(List<TimeRange> ranges, Instant from, Instant to) {
        if (from.isBefore(to)) {
            ranges.add(new TimeRange(from, to));
        }
    }

    private static Instant floor(Instant instant, Instant minutesFrom) {
        return instant.truncatedTo(instant.isBefore(minutesFrom) ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    }

    private static Instant ceiling(Instant instant, Instant minutesFrom) {
        Instant floor = floor(instant, minutesFrom);
        if (floor.equals(instant)) {
            return instant;
        }
        return floor.plus(1, instant.isBefore(minutesFrom) ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
