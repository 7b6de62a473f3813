package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.schedule.Cron;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On which days and at which hours something comes again, in the local time of some zone. */
public sealed interface Recurrence {

    /**
     * Reads what people write.
     *
     * <pre>
     * once 2026-11-22T02:00 to 2026-11-22T04:00
     * daily 02:00-03:00
     * weekly sat,sun 22:00-06:00
     * monthly 1 23:00-05:00
     * monthly last 23:00-05:00
     * cron 0 2 * * sun for 2h30m
     * </pre>
     *
     * @throws IllegalArgumentException when it breaks the rules; says which, and how to write it
     */
    static Recurrence parse(String text) {
        return RecurrenceText.parse(text);
    }

    /** A single time. */
    record Once(LocalDateTime from, LocalDateTime to) implements Recurrence {
        public Once {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from %s to %s is empty: from must be earlier".formatted(from, to));
            }
        }

        @Override
        public String toString() {
            return RecurrenceText.of(this);
        }
    }

    /** By the calendar: each time begins on a day of its own, and lasts a day at most. */
    sealed interface Dated extends Recurrence {
        /** Whether it begins on that day. */
        boolean isOn(LocalDate day);

        Hours hours();
    }

    /** On days of the week. */
    record Weekly(Set<DayOfWeek> days, Hours hours) implements Dated {
        public Weekly {
            requireNonNull(hours, "hours");
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly window needs at least one day of the week, such as sun");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        @Override
        public boolean isOn(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }

        @Override
        public String toString() {
            return RecurrenceText.of(this);
        }
    }

    /**
     * On a day of each month.
     *
     * @param day from 1 to 31, and not at all in a month that has no such day; or null for the last one of each month
     */
    record Monthly(@Nullable Integer day, Hours hours) implements Dated {
        private static final int LONGEST_MONTH = 31;

        public Monthly {
            requireNonNull(hours, "hours");
            if (day != null && (day < 1 || day > LONGEST_MONTH)) {
                throw new IllegalArgumentException("day %d of the month must be from 1 to 31, or last".formatted(day));
            }
        }

        @Override
        public boolean isOn(LocalDate date) {
            int wanted = day == null ? YearMonth.from(date).lengthOfMonth() : day;
            return date.getDayOfMonth() == wanted;
        }

        @Override
        public String toString() {
            return RecurrenceText.of(this);
        }
    }

    /**
     * Whenever a cron is due, for so much time as really passes, whatever the clock on the wall does meanwhile.
     *
     * @param length at least a minute, at most {@link #LONGEST}
     */
    record ByCron(Cron cron, Duration length) implements Recurrence {
        public static final Duration LONGEST = Duration.ofDays(7);

        public ByCron {
            requireNonNull(cron, "cron");
            if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "length %s must be from a minute to 7 days".formatted(RecurrenceText.of(length)));
            }
        }

        @Override
        public String toString() {
            return RecurrenceText.of(this);
        }
    }
}
