package io.tidemark.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of value: how it is read and printed, and the rule that it must keep, in words.
 *
 * @param rule completes "must be …"
 * @param choices the words allowed, if they can be listed
 * @param printable whether a refused value may be repeated in the error
 */
record Kind<T>(
        String rule,
        List<String> choices,
        boolean printable,
        Function<String, Optional<T>> parse,
        Function<T, String> print) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    static Kind<String> text(String rule, String pattern) {
        var allowed = Pattern.compile(pattern);
        return of(rule, text -> Optional.of(text).filter(allowed.asMatchPredicate()), Function.identity());
    }

    static Kind<Integer> wholeNumber(int min, int max) {
        return of(
                "a whole number from " + min + " to " + max,
                text -> Optional.of(text)
                        .filter(WHOLE.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= min && number <= max),
                String::valueOf);
    }

    static Kind<Double> decimal(double min, double max) {
        return of(
                "a number from " + min + " to " + max,
                text -> Optional.of(text)
                        .filter(DECIMAL.asMatchPredicate())
                        .map(Double::valueOf)
                        .filter(number -> number >= min && number <= max),
                String::valueOf);
    }

    static Kind<Boolean> bool() {
        return of(
                "true or false",
                text -> Optional.of(text)
                        .filter(word -> word.equals("true") || word.equals("false"))
                        .map(Boolean::valueOf),
                String::valueOf);
    }

    static Kind<Duration> duration(String min, String max) {
        var least = Durations.parse(min).orElseThrow();
        var most = Durations.parse(max).orElseThrow();
        return of(
                "a duration from " + min + " to " + max + ", written like 100ms, 10s, 5m, 24h or 7d",
                text -> Durations.parse(text)
                        .filter(length -> length.compareTo(least) >= 0 && length.compareTo(most) <= 0),
                Durations::print);
    }

    static Kind<Duration> days(int min, int max) {
        return of(
                "whole days from " + min + "d to " + max + "d, written like 30d",
                text -> Durations.parse(text)
                        .filter(length -> length.equals(Duration.ofDays(length.toDays())))
                        .filter(length -> length.toDays() >= min && length.toDays() <= max),
                Durations::print);
    }

    /** Offsets are none: they know of no summer time. */
    static Kind<ZoneId> timeZone() {
        return new Kind<>(
                "the name of a time zone, such as UTC or Europe/Berlin",
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                true,
                text -> Optional.of(text)
                        .filter(ZoneId.getAvailableZoneIds()::contains)
                        .map(ZoneId::of),
                ZoneId::getId);
    }

    static Kind<Path> path() {
        return of(
                "a path of the file system",
                text -> Optional.of(text)
                        .filter(path -> !path.isBlank() && path.indexOf('\0') < 0)
                        .map(Path::of),
                Path::toString);
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        var choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new Kind<>(
                "one of " + choices.stream().collect(Collectors.joining(", ")),
                choices,
                true,
                text -> Optional.of(text.toUpperCase(Locale.ROOT))
                        .filter(choices::contains)
                        .map(name -> Enum.valueOf(type, name)),
                Enum::name);
    }

    /** A name that is defined elsewhere in the settings. */
    static Kind<String> nameOf(String thing, List<String> names) {
        var rule = names.isEmpty()
                ? "the name of a " + thing + ", and none is configured"
                : "the name of a configured " + thing + ": " + String.join(", ", names);
        return new Kind<>(rule, names, true, text -> Optional.of(text).filter(names::contains), Function.identity());
    }

    private static <T> Kind<T> of(String rule, Function<String, Optional<T>> parse, Function<T, String> print) {
        return new Kind<>(rule, List.of(), true, parse, print);
    }
}
