package io.tidemark.bootstrap.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them: one number and one unit. */
final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private Durations() {}

    static Optional<Duration> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        var unit = UNITS.getOrDefault(written.group(2), Duration.ZERO);
        return Optional.of(unit.multipliedBy(Long.parseLong(written.group(1))));
    }

    /** In the largest unit that leaves no remainder. */
    static String print(Duration duration) {
        return UNITS.entrySet().stream()
                .filter(unit -> duration.toMillis() % unit.getValue().toMillis() == 0 && !duration.isZero())
                .findFirst()
                .map(unit -> duration.toMillis() / unit.getValue().toMillis() + unit.getKey())
                .orElse("0s");
    }
}
