package io.tidemark.application.detect;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.stream.StreamDetector;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches every tracked operation as it runs: judges the mean of each step of five minutes once, when it is over, and
 * raises an alert where it is far slower than what came before.
 *
 * <p>Five minutes, not one: the mean of few timings is noise, and most operations have few. A step is taken for complete
 * {@link #LATENESS} after its end; what is recorded later is not judged. At the start, and after a pause, the past is only
 * learnt; so is that of operations that appear later. Alerts are raised for steps that ended after the start and in the last
 * hour, so that neither a restart nor a week of absence tells again what is over. Keeps at most {@value #MOST} operations in memory, about 11 KB each, and says how
 * many it had no room for. While the storage is away nothing is lost: it goes on where it stood.
 */
public final class StreamWatch {
    static final Duration STEP = Duration.ofMinutes(5);
    static final Duration LATENESS = Duration.ofMinutes(2);

    /** What is learnt at the start: a rhythm needs two weeks. */
    static final Duration HISTORY = Duration.ofDays(14);

    static final Duration NEWS = Duration.ofHours(1);
    static final int MOST = 1_000;

    private static final Duration PORTION = Duration.ofDays(1);

    private final SeriesReader series;
    private final Predicate<String> tracked;
    private final AlertDesk desk;
    private final Clock clock;
    private final Map<String, WatchedOperation> operations = new HashMap<>();
    private final List<Sighting> untold = new ArrayList<>();
    private int refused;
    private @Nullable Instant started;
    private @Nullable Instant judgedUntil;

    /** @param tracked which operations may raise an alert */
    public StreamWatch(SeriesReader series, Predicate<String> tracked, AlertDesk desk, Clock clock) {
        this.series = series;
        this.tracked = tracked;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Judges the steps that ended since the last time, and tells what it found.
     *
     * @return what was done, in a line
     * @throws io.tidemark.application.port.StorageException when the storage cannot be read or written; call it again
     */
    public synchronized String watch() {
        Instant closed = stepOf(clock.instant().minus(LATENESS));
        Instant from = begin(closed);
        while (from.isBefore(closed)) {
            Instant to = earlier(from.plus(PORTION), closed);
            judge(new TimeRange(from, to), closed);
            from = to;
            judgedUntil = to;
        }
        operations.values().removeIf(operation -> !operation.wasSeenSince(closed.minus(HISTORY)));
        int told = tell();
        return summary(told);
    }

    /** From where on to read: not before the history, and not again what was judged, unless the clock was set far back. */
    private Instant begin(Instant closed) {
        Instant earliest = closed.minus(HISTORY);
        if (started == null || judgedUntil == null || judgedUntil.isAfter(closed.plus(PORTION))) {
            started = closed;
            operations.clear();
            return earliest;
        }
        return judgedUntil.isBefore(earliest) ? earliest : judgedUntil;
    }

    private void judge(TimeRange range, Instant closed) {
        Map<String, Series> means = series.means(range, STEP);
        if (started != null && !range.from().isBefore(started)) {
            learnPastOf(unknown(means.keySet()), range.from(), closed);
        }
        refused = 0;
        means.forEach((name, values) -> {
            if (!tracked.test(name)) {
                operations.remove(name);
            } else if (operations.size() < MOST || operations.containsKey(name)) {
                judge(operation(name), values, range, closed);
            } else {
                refused++;
            }
        });
    }

    private Set<String> unknown(Set<String> names) {
        return names.stream()
                .filter(name -> tracked.test(name) && !operations.containsKey(name))
                .limit(MOST - operations.size())
                .collect(Collectors.toSet());
    }

    /** Operations whose past was stored, or which were tracked, only after the start. */
    private void learnPastOf(Set<String> names, Instant until, Instant closed) {
        Instant from = closed.minus(HISTORY);
        while (!names.isEmpty() && from.isBefore(until)) {
            TimeRange portion = new TimeRange(from, earlier(from.plus(PORTION), until));
            series.means(portion, STEP).forEach((name, values) -> {
                if (names.contains(name)) {
                    learn(operation(name), values, portion);
                }
            });
            from = portion.to();
        }
    }

    private static void learn(WatchedOperation operation, Series values, TimeRange range) {
        for (int i = 0; i < values.size(); i++) {
            Instant at = values.instant(i);
            if (range.contains(at) && !values.isMissing(i)) {
                var unused = operation.next(at, at.plus(STEP), values.value(i));
            }
        }
    }

    private WatchedOperation operation(String name) {
        return operations.computeIfAbsent(name, key -> new WatchedOperation(key, StreamDetector.DEFAULT_LIMIT));
    }

    private void judge(WatchedOperation operation, Series values, TimeRange range, Instant closed) {
        for (int i = 0; i < values.size(); i++) {
            Instant at = values.instant(i);
            if (range.contains(at) && !values.isMissing(i)) {
                Instant end = at.plus(STEP);
                operation
                        .next(at, end, values.value(i))
                        .filter(sighting -> isNews(end, closed))
                        .ifPresent(untold::add);
            }
        }
    }

    private boolean isNews(Instant end, Instant closed) {
        return started != null && end.isAfter(started) && end.isAfter(closed.minus(NEWS));
    }

    /** One after the other: what was told is not told again when the storage goes away over the next. */
    private int tell() {
        int told = 0;
        while (!untold.isEmpty()) {
            desk.see(List.of(untold.get(0)));
            untold.remove(0);
            told++;
        }
        return told;
    }

    private String summary(int told) {
        String said =
                "%d operations watched until %s, %d anomalies told".formatted(operations.size(), judgedUntil, told);
        return refused == 0 ? said : said + ", no room for %d operations beyond %d".formatted(refused, MOST);
    }

    private static Instant stepOf(Instant instant) {
        long seconds = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
