package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.demo.DemoSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which story the demo tells. */
final class DemoOptions {
    @Option(
            names = "--demo-days",
            paramLabel = "N",
            converter = Days.class,
            description = "How many days of made-up operations there are already; 2 if not given.")
    private int days = DemoSettings.DEFAULT.days();

    @Option(
            names = "--demo-seed",
            paramLabel = "N",
            description = "The same number makes up the same operations; 2026 if not given.")
    private long seed = DemoSettings.DEFAULT.seed();

    DemoSettings settings() {
        return new DemoSettings(seed, days);
    }

    private static final class Days implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int days = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
            if (days < 1 || days > DemoSettings.MAX_DAYS) {
                throw new TypeConversionException(
                        "'%s' must be a whole number from 1 to %d".formatted(text, DemoSettings.MAX_DAYS));
            }
            return days;
        }
    }
}
