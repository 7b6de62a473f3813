package io.tidemark.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one value into its type. What it throws completes the sentence that starts with key and value. */
final class SettingParsers {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private final boolean plainHttpAllowed;

    SettingParsers(boolean plainHttpAllowed) {
        this.plainHttpAllowed = plainHttpAllowed;
    }

    boolean allowPlain() {
        return plainHttpAllowed;
    }

    URI uri(String value) {
        URI uri = parsed(value);
        List<String> schemes = plainHttpAllowed ? List.of("https", "http") : List.of("https");
        if (uri.getHost() == null || !schemes.contains(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "must be a full address that starts with %s://".formatted(String.join(":// or ", schemes)));
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must hold neither a user name nor a fragment; take out '@' and '#'");
        }
        return uri;
    }

    private static URI parsed(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException quotesTheValue) {
            throw new IllegalArgumentException("is not a web address; look for blanks and brackets");
        }
    }

    static Secret secret(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line without control characters");
        }
        return Secret.of(value);
    }

    static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            throw new IllegalArgumentException("must be a whole number above 0 and one of ms, s, m, h, d, such as 10s");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    static int integer(String value, int min, int max) {
        if (value.matches("-?[0-9]{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(min, max));
    }

    static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static <E extends Enum<E>> E choice(String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(SettingParsers::written)
                                        .toList())));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
