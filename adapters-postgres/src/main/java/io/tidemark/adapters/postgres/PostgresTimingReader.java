package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingReader;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.postgresql.util.PSQLState;

/**
 * Looks through the days of a range, or, for what stands out, through the minutes that roll-ups show to hold it. There is no
 * index for it: a rare operation among very many timings takes too long to find, and is given up after the time that the
 * mapper sets.
 */
final class PostgresTimingReader implements TimingReader {
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);

    /** So that the longest is the furthest out. */
    private static final Band NOTHING_QUIET = new Band(0, 1);

    private final Database database;

    PostgresTimingReader(Database database) {
        this.database = database;
    }

    @Override
    public Optional<long[]> durations(Scope scope, TimeRange range, int limit) {
        Instant from = firstMinuteFrom(range.from());
        Instant to = firstMinuteFrom(range.to());
        Stretch stretch = new Stretch(from, to, dayOf(from), dayOf(to));
        return unlessTooLong(
                        () -> database.ask(TimingMapper.class, mapper -> mapper.durations(scope, stretch, limit + 1)))
                .filter(found -> found.size() <= limit)
                .map(found -> found.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public Optional<List<Measured>> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        return unlessTooLong(() -> furthest(
                new Question(scope, range, quiet, limit),
                (mapper, minutes) -> mapper.outside(scope, minutes, quiet, limit)));
    }

    @Override
    public Optional<List<Timing>> slowest(Scope scope, TimeRange range, int limit) {
        return unlessTooLong(() -> furthest(
                        new Question(scope, range, NOTHING_QUIET, limit),
                        (mapper, minutes) -> mapper.slowest(scope, minutes, limit)))
                .map(rows -> rows.stream().map(TimingRow::toTiming).toList());
    }

    private <T> List<T> furthest(Question question, BiFunction<TimingMapper, Minutes, List<T>> look) {
        return database.transact(session -> {
            List<Instant> minutes = FurthestMinutes.find(session, question);
            return minutes.isEmpty()
                    ? List.of()
                    : look.apply(session.getMapper(TimingMapper.class), new Minutes(minutes));
        });
    }

    private static <R> Optional<R> unlessTooLong(Supplier<R> question) {
        try {
            return Optional.of(question.get());
        } catch (StorageException e) {
            if (tookTooLong(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Instant firstMinuteFrom(Instant instant) {
        return instant.plus(ALMOST_A_MINUTE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static boolean tookTooLong(StorageException failure) {
        return failure.getCause() instanceof SQLException refused
                && PSQLState.QUERY_CANCELED.getState().equals(refused.getSQLState());
    }

    /** Which timings are looked for: so many of a scope and a range, the furthest outside of a band. */
    record Question(Scope scope, TimeRange range, Band quiet, int most) {}

    /** Single minutes, in order, of which there is at least one. */
    record Minutes(List<Instant> starts) {
        LocalDate firstDay() {
            return dayOf(starts.get(0));
        }

        LocalDate lastDay() {
            return dayOf(starts.get(starts.size() - 1));
        }
    }

    /** Whole minutes, and the days in which they lie. */
    record Stretch(Instant from, Instant to, LocalDate firstDay, LocalDate lastDay) {}
}
