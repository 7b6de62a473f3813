package io.tidemark.domain.quiet;

import io.tidemark.domain.quiet.Recurrence.ByCron;
import io.tidemark.domain.quiet.Recurrence.Monthly;
import io.tidemark.domain.quiet.Recurrence.Once;
import io.tidemark.domain.quiet.Recurrence.Weekly;
import io.tidemark.domain.schedule.Cron;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How recurrences are written. */
final class RecurrenceText {
    private static final Pattern ONCE = Pattern.compile("once (\\S+) to (\\S+)");
    private static final Pattern DAILY = Pattern.compile("daily (\\S+)");
    private static final Pattern WEEKLY = Pattern.compile("weekly (\\S+) (\\S+)");
    private static final Pattern MONTHLY = Pattern.compile("monthly (\\d{1,2}|last) (\\S+)");
    private static final Pattern CRON = Pattern.compile("cron (.+) for (\\S+)");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,3})h)?(?:(\\d{1,5})m)?");
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int NAME_LENGTH = 3;

    private RecurrenceText() {}

    static Recurrence parse(String text) {
        String written = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        try {
            return read(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no recurrence: %s".formatted(written, e.getMessage()), e);
        }
    }

    private static Recurrence read(String written) {
        return switch (written.split(" ", 2)[0]) {
            case "once" -> {
                MatchResult parts = parts(ONCE, written, "once 2026-11-22T02:00 to 2026-11-22T04:00");
                yield new Once(moment(parts.group(1)), moment(parts.group(2)));
            }
            case "daily" ->
                new Weekly(
                        EnumSet.allOf(DayOfWeek.class),
                        hours(parts(DAILY, written, "daily 02:00-03:00").group(1)));
            case "weekly" -> {
                MatchResult parts = parts(WEEKLY, written, "weekly sat,sun 22:00-06:00");
                yield new Weekly(days(parts.group(1)), hours(parts.group(2)));
            }
            case "monthly" -> {
                MatchResult parts = parts(MONTHLY, written, "monthly 1 23:00-05:00, or monthly last 23:00-05:00");
                Integer day = parts.group(1).equals("last") ? null : Integer.valueOf(parts.group(1));
                yield new Monthly(day, hours(parts.group(2)));
            }
            case "cron" -> {
                MatchResult parts = parts(CRON, written, "cron 0 2 * * sun for 2h");
                yield new ByCron(Cron.parse(parts.group(1)), length(parts.group(2)));
            }
            default -> throw new IllegalArgumentException("it begins with once, daily, weekly, monthly or cron");
        };
    }

    static String of(Once once) {
        return "once %s to %s".formatted(once.from(), once.to());
    }

    static String of(Weekly weekly) {
        return weekly.days().size() == DAYS_OF_A_WEEK
                ? "daily " + weekly.hours()
                : "weekly %s %s"
                        .formatted(
                                weekly.days().stream().map(RecurrenceText::word).collect(Collectors.joining(",")),
                                weekly.hours());
    }

    static String of(Monthly monthly) {
        return "monthly %s %s".formatted(monthly.day() == null ? "last" : monthly.day(), monthly.hours());
    }

    static String of(ByCron cron) {
        return "cron %s for %s".formatted(cron.cron(), of(cron.length()));
    }

    /** As people write it: {@code 2h30m}. */
    static String of(Duration length) {
        String text = (length.toDays() > 0 ? length.toDays() + "d" : "")
                + (length.toHoursPart() > 0 ? length.toHoursPart() + "h" : "")
                + (length.toMinutesPart() > 0 ? length.toMinutesPart() + "m" : "");
        return text.isEmpty() ? "0m" : text;
    }

    private static MatchResult parts(Pattern pattern, String written, String example) {
        Matcher matcher = pattern.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write " + example);
        }
        return matcher;
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' must be a local date and time like 2026-11-22T02:00".formatted(text), e);
        }
    }

    private static Hours hours(String text) {
        MatchResult parts = parts(HOURS, text, "the hours as 22:00-06:00, instead of '%s'".formatted(text));
        String to = parts.group(2);
        return new Hours(time(parts.group(1)), time(to.equals("24:00") ? "00:00" : to));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' must be a time from 00:00 to 23:59".formatted(text), e);
        }
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", 2);
            DayOfWeek day = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word(day).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "day '%s' must be one of mon, tue, wed, thu, fri, sat, sun; several are written as sat,sun or mon-fri"
                                .formatted(text)));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, NAME_LENGTH).toLowerCase(Locale.ROOT);
    }

    private static Duration length(String text) {
        Matcher parts = LENGTH.matcher(text);
        if (!parts.matches() || text.isEmpty()) {
            throw new IllegalArgumentException("length '%s' must be written like 2h, 90m or 1d12h".formatted(text));
        }
        return Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)));
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
