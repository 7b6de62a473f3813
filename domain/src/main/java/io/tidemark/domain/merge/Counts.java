package io.tidemark.domain.merge;

import java.util.Arrays;

/** Checks numbers of things. */
final class Counts {
    private Counts() {}

    static void requireNotNegative(long... counts) {
        if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts %s must not be negative".formatted(Arrays.toString(counts)));
        }
    }
}
