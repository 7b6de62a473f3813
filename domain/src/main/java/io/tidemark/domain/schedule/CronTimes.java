package io.tidemark.domain.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The local times that a cron expression means, without any time zone: one bit for each value of each field. */
record CronTimes(long minutes, long hours, long daysOfMonth, long months, Week week) {
    /** After so many years the same dates fall on the same days of the week again: what does not come by then never does. */
    private static final int YEARS_OF_A_CYCLE = 400;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final long EVERY_HOUR = (1L << 24) - 1;

    /**
     * Which days of the week.
     *
     * @param eitherDay whether it suffices that one of the two day fields fits
     */
    record Week(long days, boolean eitherDay) {}

    boolean isEveryHour() {
        return hours == EVERY_HOUR;
    }

    /** The first of these times that is not before a start, or empty when none ever comes. */
    Optional<LocalDateTime> from(LocalDateTime start) {
        LocalDateTime minute = start.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime first = minute.isBefore(start) ? minute.plusMinutes(1) : minute;
        LocalDate today = first.toLocalDate();
        if (isOn(today)) {
            Optional<LocalTime> later = from(first.toLocalTime());
            if (later.isPresent()) {
                return later.map(today::atTime);
            }
        }
        return day(today.plusDays(1)).flatMap(day -> from(LocalTime.MIDNIGHT).map(day::atTime));
    }

    private Optional<LocalDate> day(LocalDate start) {
        LocalDate end = start.plusYears(YEARS_OF_A_CYCLE);
        LocalDate day = start;
        while (day.isBefore(end)) {
            if (!has(months, day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else if (isOn(day)) {
                return Optional.of(day);
            } else {
                day = day.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private boolean isOn(LocalDate day) {
        boolean inMonth = has(daysOfMonth, day.getDayOfMonth());
        boolean inWeek = has(week.days(), day.getDayOfWeek().getValue() % DAYS_OF_A_WEEK);
        return has(months, day.getMonthValue()) && (week.eitherDay() ? inMonth || inWeek : inMonth && inWeek);
    }

    private Optional<LocalTime> from(LocalTime start) {
        if (has(hours, start.getHour())) {
            int minute = next(minutes, start.getMinute());
            if (minute < Long.SIZE) {
                return Optional.of(LocalTime.of(start.getHour(), minute));
            }
        }
        int hour = next(hours, start.getHour() + 1);
        return hour < Long.SIZE ? Optional.of(LocalTime.of(hour, next(minutes, 0))) : Optional.empty();
    }

    private static boolean has(long bits, int value) {
        return (bits & (1L << value)) != 0;
    }

    /** The lowest value from a start on, or {@link Long#SIZE}. */
    private static int next(long bits, int start) {
        return Long.numberOfTrailingZeros(bits & (-1L << start));
    }
}
