package io.tidemark.domain.percentile;

/**
 * Maps a positive value to one of few buckets whose width grows with the value: each doubling is cut into 128 equal
 * steps, so that the middle of a bucket is never further than 1/256 (0.4 %) from any value in it. Below 256 a bucket
 * holds a single value.
 */
final class LogLinearScale {
    private static final int STEP_BITS = 7;
    private static final int STEPS = 1 << STEP_BITS;

    private LogLinearScale() {}

    static int bucketOf(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - STEP_BITS;
        return ((shift + 1) << STEP_BITS) + (int) ((value >>> shift) & (STEPS - 1));
    }

    static double middleOf(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = (bucket >>> STEP_BITS) - 1;
        long lowest = (long) (STEPS + (bucket & (STEPS - 1))) << shift;
        return lowest + ((1L << shift) - 1) / 2.0;
    }
}
