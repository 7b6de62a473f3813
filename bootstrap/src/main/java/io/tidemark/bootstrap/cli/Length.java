package io.tidemark.bootstrap.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it, such as {@code 30m}, {@code 2h} or {@code 1d}. */
final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        if (!written.matches("[1-9][0-9]{0,5}[SMHD]")) {
            throw new TypeConversionException(
                    "'%s' must be a number and a unit of s, m, h or d, such as 2h".formatted(text));
        }
        return Duration.parse(written.endsWith("D") ? "P" + written : "PT" + written);
    }
}
