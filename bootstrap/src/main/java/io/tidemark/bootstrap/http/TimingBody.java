package io.tidemark.bootstrap.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a timing as somebody sends it. Batches are read field by field, so that what is wrong can be told of each
 * timing; this is never made.
 */
record TimingBody(
        String operation,
        String user,
        @Nullable Long durationMicros,
        @Nullable Long durationNanos,
        @Nullable Double durationMillis,
        @Nullable String start,
        @Nullable String end,
        @Nullable String name,
        @Nullable String branch,
        @Nullable String session,
        @Nullable Long rowsAffected,
        @Nullable Long memoryBytes,
        @Nullable Long cpuMicros,
        @Nullable Map<String, Object> metadata,
        @Nullable Map<String, Object> error,
        @Nullable String traceId,
        @Nullable String spanId) {

    /** Their names, in alphabetical order. */
    static Set<String> names() {
        return Arrays.stream(TimingBody.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
