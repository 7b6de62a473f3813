package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A timing as columns; a part of which every column is null is null itself. */
record TimingRow(
        Measure measure,
        @Nullable Run run,
        @Nullable Resources resources,
        @Nullable JsonObject error,
        @Nullable SpanId span) {

    /** What every timing has. */
    record Measure(String operation, long durationMicros, Instant end, String user) {}

    /** What tells one run from others. */
    record Run(
            @Nullable String branch,
            @Nullable String name,
            @Nullable String session) {
        static final Run UNKNOWN = new Run(null, null, null);
    }

    Timing toTiming() {
        Run known = run == null ? Run.UNKNOWN : run;
        Details details = new Details(resources == null ? Resources.UNKNOWN : resources, null, error, span);
        Context context = new Context(measure.user(), known.branch(), known.name(), known.session(), details);
        return new Timing(measure.operation(), measure.durationMicros(), measure.end(), context);
    }
}
