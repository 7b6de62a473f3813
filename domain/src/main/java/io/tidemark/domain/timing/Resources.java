package io.tidemark.domain.timing;

import org.jspecify.annotations.Nullable;

/**
 * What a run took besides time; null where it is not known.
 *
 * @param rowsAffected how many rows it touched
 * @param memoryBytes how much memory it took
 * @param cpuMicros how long it kept a processor busy
 */
public record Resources(
        @Nullable Long rowsAffected,
        @Nullable Long memoryBytes,
        @Nullable Long cpuMicros) {

    /** Nothing is known. */
    public static final Resources UNKNOWN = new Resources(null, null, null);

    public Resources {
        requireNotNegative("rowsAffected", rowsAffected);
        requireNotNegative("memoryBytes", memoryBytes);
        requireNotNegative("cpuMicros", cpuMicros);
    }

    private static void requireNotNegative(String field, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException("%s %d must not be negative".formatted(field, value));
        }
    }
}
