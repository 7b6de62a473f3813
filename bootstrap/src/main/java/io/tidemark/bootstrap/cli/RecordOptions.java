package io.tidemark.bootstrap.cli;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what is known of a run besides how long it took. Those of a file say it of their rows themselves. */
@Command
final class RecordOptions {
    private static final long NANOS_PER_MICRO = 1_000;

    @Option(names = "--user", paramLabel = "USER", description = "Whose run it is; who runs the command if left out.")
    private String user = Person.name();

    @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch that it is about.")
    private @Nullable String branch;

    @Option(names = "--name", paramLabel = "NAME", description = "What it worked on, such as a file or a table.")
    private @Nullable String name;

    @Option(names = "--rows", paramLabel = "COUNT", description = "How many rows it touched.")
    private @Nullable Long rows;

    @Option(
            names = "--end",
            paramLabel = "TIME",
            converter = Instant.class,
            description = "When it ended, such as 2026-11-21T12:00:00Z; now if left out.")
    private @Nullable OffsetDateTime end;

    @Option(
            names = "--meta",
            paramLabel = "KEY=VALUE",
            description = "Something else worth knowing; may be given several times.")
    private Map<String, String> metadata = new LinkedHashMap<>();

    /** A run of the operation as the daemon takes it. */
    Map<String, Object> timing(String operation, Duration took) {
        var timing = new LinkedHashMap<String, Object>();
        timing.put("operation", operation);
        timing.put("durationMicros", (took.toNanos() + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO);
        put(timing, "name", name);
        put(timing, "rowsAffected", rows);
        put(timing, "end", end == null ? null : end.toString());
        put(timing, "metadata", metadata.isEmpty() ? null : metadata);
        addMissing(timing);
        return timing;
    }

    /** Adds what a row of a file does not say. */
    void addMissing(Map<String, Object> row) {
        row.putIfAbsent("user", user);
        if (branch != null) {
            row.putIfAbsent("branch", branch);
        }
    }

    private static void put(Map<String, Object> timing, String field, @Nullable Object value) {
        if (value != null) {
            timing.put(field, value);
        }
    }

    private static final class Instant implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new TypeConversionException(
                        "'%s' must be a time with its offset, such as 2026-11-21T12:00:00Z".formatted(text));
            }
        }
    }
}
