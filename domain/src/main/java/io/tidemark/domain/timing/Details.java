package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What else is known about a run.
 *
 * @param resources what it took besides time
 * @param metadata anything the caller wants to keep with it, or null
 * @param error what went wrong in it, or null
 * @param span its span, when it is part of a trace, or null
 */
public record Details(
        Resources resources,
        @Nullable JsonObject metadata,
        @Nullable JsonObject error,
        @Nullable SpanId span) {

    /** Nothing else is known. */
    public static final Details NONE = new Details(Resources.UNKNOWN, null, null, null);

    public Details {
        requireNonNull(resources, "resources");
    }

    public Details withResources(Resources resources) {
        return new Details(resources, metadata, error, span);
    }

    public Details withMetadata(JsonObject metadata) {
        return new Details(resources, metadata, error, span);
    }

    public Details withError(JsonObject error) {
        return new Details(resources, metadata, error, span);
    }

    public Details inSpan(SpanId span) {
        return new Details(resources, metadata, error, span);
    }
}
