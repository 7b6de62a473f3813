package io.tidemark.application.record;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a timing of one row, or says all that is wrong with it. */
final class RowReader {
    private static final List<String> FIELDS = List.of(
            "operation",
            "name",
            "durationMicros",
            "start",
            "end",
            "user",
            "branch",
            "session",
            "rowsAffected",
            "memoryBytes",
            "cpuMicros",
            "metadata",
            "error",
            "traceId",
            "spanId");

    private final RowFields fields;
    private final Map<String, ?> values;
    private final Instant now;

    RowReader(int row, Map<String, ?> values, Instant now, List<Refusal> refusals) {
        this.fields = new RowFields(row, values, refusals);
        this.values = values;
        this.now = now;
    }

    Optional<Timing> read() {
        fields.refuseOthersThan(FIELDS);
        String operation = fields.requiredName("operation");
        Context context = context();
        Run run = run();
        return run == null || fields.isRefused()
                ? Optional.empty()
                : Optional.of(new Timing(operation, run.micros, run.end, context));
    }

    private Context context() {
        Resources resources = new Resources(count("rowsAffected"), count("memoryBytes"), count("cpuMicros"));
        Details details = new Details(resources, fields.object("metadata"), fields.object("error"), span());
        return new Context(
                fields.requiredName("user"),
                fields.name("branch"),
                fields.name("name"),
                fields.name("session"),
                details);
    }

    private @Nullable Long count(String field) {
        return fields.whole(field, 0, Long.MAX_VALUE);
    }

    private @Nullable SpanId span() {
        if (!fields.has("traceId") && !fields.has("spanId")) {
            return null;
        }
        for (String field : List.of("traceId", "spanId")) {
            if (!(values.get(field) instanceof String)) {
                fields.refuse(field, "must be a text: a span has both traceId and spanId");
                return null;
            }
        }
        try {
            return new SpanId(
                    (String) requireNonNull(values.get("traceId")), (String) requireNonNull(values.get("spanId")));
        } catch (IllegalArgumentException e) {
            fields.refuse("spanId", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** How long it took, and when it ended. */
    private record Run(long micros, Instant end) {}

    private @Nullable Run run() {
        Long micros = fields.whole("durationMicros", 1, Timing.MAX_MICROS);
        Instant start = fields.instant("start");
        Instant end = fields.instant("end");
        if (fields.isRefused()) {
            return null;
        }
        if (start != null && end != null) {
            return run(start, end, micros);
        }
        if (micros == null) {
            fields.refuse("durationMicros", "is missing: give it, or both start and end");
            return null;
        }
        return new Run(micros, start != null ? start.plus(micros, ChronoUnit.MICROS) : end != null ? end : now);
    }

    private @Nullable Run run(Instant start, Instant end, @Nullable Long micros) {
        long between =
                ChronoUnit.MICROS.between(start.truncatedTo(ChronoUnit.MICROS), end.truncatedTo(ChronoUnit.MICROS));
        if (between < 1 || between > Timing.MAX_MICROS) {
            fields.refuse("end", "must be from 1 microsecond to 366 days after the start %s".formatted(start));
            return null;
        }
        if (micros != null && micros != between) {
            fields.refuse("durationMicros", "must be %d, as end and start lie that far apart".formatted(between));
            return null;
        }
        return new Run(between, end);
    }
}
