package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the inbox as it stands there: whoever may insert into the table may have written anything. */
record InboxRow(long metricId, String operation, long durationMicros, Instant end, RecordedContext context) {

    /**
     * The timing that the row is.
     *
     * @throws IllegalArgumentException when it breaks a rule; says which
     */
    Timing toTiming() {
        return new Timing(operation, durationMicros, end, context.toContext());
    }

    /** Who ran it, and on what. */
    record RecordedContext(
            String user,
            @Nullable Long branchId,
            @Nullable String branch,
            @Nullable String name,
            @Nullable String session,
            @Nullable RecordedDetails details) {

        Context toContext() {
            if (branchId != null && branch == null) {
                throw new IllegalArgumentException("branch %d is not in performance_branches".formatted(branchId));
            }
            return new Context(user, branch, name, session, details == null ? Details.NONE : details.toDetails());
        }
    }

    /** What else is known. */
    record RecordedDetails(
            @Nullable Long rowsAffected,
            @Nullable Long memoryBytes,
            @Nullable Long cpuMicros,
            @Nullable String metadata,
            @Nullable String error) {

        Details toDetails() {
            return new Details(new Resources(rowsAffected, memoryBytes, cpuMicros), json(metadata), json(error), null);
        }

        private static @Nullable JsonObject json(@Nullable String text) {
            return text == null ? null : new JsonObject(text);
        }
    }
}
