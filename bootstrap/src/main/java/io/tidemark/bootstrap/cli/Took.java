package io.tidemark.bootstrap.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long a run took, as people write it: {@code 3.2ms}, {@code 150us}, {@code 2s}. */
final class Took implements ITypeConverter<Duration> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(ns|us|µs|ms|s|m|h)");
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public Duration convert(String text) {
        var parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "'%s' must be a number and a unit of ns, us, ms, s, m or h, such as 3.2ms".formatted(text));
        }
        var nanos = new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(nanos(parts.group(2))))
                .setScale(0, RoundingMode.HALF_UP);
        if (nanos.compareTo(MOST_NANOS) > 0) {
            throw new TypeConversionException("'%s' must be less than 292 years".formatted(text));
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }
}
