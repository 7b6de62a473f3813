package io.tidemark.application.trace;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a span when it is opened. */
record SpanStart(SpanId id, @Nullable String parentId, String operation, Context context, Instant at) {
    SpanStart {
        Scope.of(operation);
    }

    SpanStart with(Context context) {
        return new SpanStart(id, parentId, operation, context, at);
    }
}
