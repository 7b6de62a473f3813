package io.tidemark.domain.percentile;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Counts positive values so that any quantile can be read later, in a size that does not depend on their number.
 *
 * <p>Count, sum, sum of squares, minimum and maximum are exact, and so are mean and deviation, while the sum stays below
 * 2⁶³ (292,000 years in microseconds). A quantile differs from
 * linear interpolation over all values by at most 0.4 % of itself. Sketches merge without further loss, in any order.
 * Adding neither locks nor, once the range of values is known, allocates. Not safe for use by several threads.
 */
public final class Sketch {
    private static final int FIRST_RANGE = 64;

    private long[] counts = new long[0];
    private int firstBucket;
    private long count;
    private long sum;
    private long squaresHigh;
    private long squaresLow;
    private long min = Long.MAX_VALUE;
    private long max;

    /** Restores what {@link #totals()} and {@link #buckets()} returned. */
    public static Sketch restore(Totals totals, Buckets buckets) {
        Sketch sketch = new Sketch();
        sketch.merge(totals, buckets);
        return sketch;
    }

    /** Counts one value, which must be positive. */
    public void add(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("value %d must be positive".formatted(value));
        }
        int bucket = LogLinearScale.bucketOf(value);
        if (bucket < firstBucket || bucket >= firstBucket + counts.length) {
            stretchTo(bucket, bucket);
        }
        counts[bucket - firstBucket]++;
        count++;
        sum += value;
        addSquare(Math.multiplyHigh(value, value), value * value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /**
     * Adds all that a sketch had counted that returned these.
     *
     * @throws IllegalArgumentException when they are not of one sketch; nothing is added
     */
    public void merge(Totals totals, Buckets buckets) {
        int lowest = LogLinearScale.bucketOf(totals.min());
        int highest = LogLinearScale.bucketOf(totals.max());
        requireOfOneSketch(totals, buckets, lowest, highest);
        stretchTo(lowest, highest);
        for (int i = 0; i < buckets.size(); i++) {
            counts[buckets.number(i) - firstBucket] += buckets.count(i);
        }
        count += totals.count();
        sum += totals.sum();
        BigInteger squares = totals.sumOfSquares();
        addSquare(squares.shiftRight(Long.SIZE).longValue(), squares.longValue());
        min = Math.min(min, totals.min());
        max = Math.max(max, totals.max());
    }

    /** Adds all that another sketch has counted. */
    public void merge(Sketch other) {
        if (other.isEmpty()) {
            return;
        }
        int lowest = LogLinearScale.bucketOf(other.min);
        int highest = LogLinearScale.bucketOf(other.max);
        stretchTo(lowest, highest);
        for (int bucket = lowest; bucket <= highest; bucket++) {
            counts[bucket - firstBucket] += other.counts[bucket - other.firstBucket];
        }
        count += other.count;
        sum += other.sum;
        addSquare(other.squaresHigh, other.squaresLow);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    /**
     * The value at a quantile.
     *
     * @param quantile from 0 (the minimum) to 1 (the maximum)
     * @throws NoSuchElementException when nothing was counted
     */
    public double quantile(double quantile) {
        requireValues();
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile %s must be from 0 to 1".formatted(quantile));
        }
        double rank = quantile * (count - 1);
        long lower = (long) rank;
        double below = valueAt(lower);
        double share = rank - lower;
        return share == 0 ? below : below + share * (valueAt(lower + 1) - below);
    }

    /**
     * All figures at once.
     *
     * @throws NoSuchElementException when nothing was counted
     */
    public Distribution distribution() {
        Percentiles percentiles =
                new Percentiles(quantile(0.50), quantile(0.75), quantile(0.90), quantile(0.95), quantile(0.99));
        return new Distribution(
                count, min, max, totals().moments(), percentiles, interval(0.99, ConfidenceInterval.USUAL_CONFIDENCE));
    }

    /**
     * Between which values a quantile of all values lies, when those counted are some of them: as {@link
     * ConfidenceInterval#of} says, but for the 0.4 % that a value of a sketch may be off.
     *
     * @throws NoSuchElementException when nothing was counted
     */
    public ConfidenceInterval interval(double quantile, double confidence) {
        requireValues();
        return ConfidenceInterval.of(count, quantile, confidence, this::valueAt);
    }

    /** How many values are greater than a limit; those in the limit's own bucket are taken for as long as its middle. */
    public long countAbove(double limit) {
        if (isEmpty() || limit >= max) {
            return 0;
        }
        long above = 0;
        for (int i = counts.length - 1; i >= 0 && LogLinearScale.middleOf(firstBucket + i) > limit; i--) {
            above += counts[i];
        }
        return Math.max(1, above);
    }

    /**
     * The exact part, to be stored beside {@link #buckets()}.
     *
     * @throws NoSuchElementException when nothing was counted
     */
    public Totals totals() {
        requireValues();
        byte[] squares = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(squaresHigh)
                .putLong(squaresLow)
                .array();
        return new Totals(count, sum, new BigInteger(squares), min, max);
    }

    /** The counts of the buckets in use. */
    public Buckets buckets() {
        return Buckets.inUse(firstBucket, counts);
    }

    private static void requireOfOneSketch(Totals totals, Buckets buckets, int lowest, int highest) {
        long counted = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int bucket = buckets.number(i);
            long times = buckets.count(i);
            if (bucket < lowest || bucket > highest || times > totals.count()) {
                throw new IllegalArgumentException("%d values in bucket %d, the totals say %d in buckets %d to %d"
                        .formatted(times, bucket, totals.count(), lowest, highest));
            }
            counted += times;
        }
        if (counted != totals.count()) {
            throw new IllegalArgumentException(
                    "the buckets hold %d values, the totals say %d: they are not of one sketch"
                            .formatted(counted, totals.count()));
        }
    }

    private double valueAt(long rank) {
        if (rank == 0) {
            return min;
        }
        if (rank == count - 1) {
            return max;
        }
        long seen = 0;
        int i = -1;
        while (seen <= rank) {
            seen += counts[++i];
        }
        return Math.max((double) min, Math.min((double) max, LogLinearScale.middleOf(firstBucket + i)));
    }

    private void stretchTo(int lowest, int highest) {
        if (counts.length == 0) {
            firstBucket = Math.max(0, lowest - FIRST_RANGE / 2);
            counts = new long[Math.max(FIRST_RANGE, highest + 1 - firstBucket)];
        } else if (lowest < firstBucket) {
            int added = Math.max(firstBucket - lowest, Math.min(firstBucket, counts.length));
            long[] wider = new long[counts.length + added];
            System.arraycopy(counts, 0, wider, added, counts.length);
            counts = wider;
            firstBucket -= added;
        }
        if (highest >= firstBucket + counts.length) {
            counts = Arrays.copyOf(counts, Math.max(2 * counts.length, highest + 1 - firstBucket));
        }
    }

    private void addSquare(long high, long low) {
        long before = squaresLow;
        squaresLow += low;
        squaresHigh += high + (Long.compareUnsigned(squaresLow, before) < 0 ? 1 : 0);
    }

    private void requireValues() {
        if (isEmpty()) {
            throw new NoSuchElementException("the sketch is empty: ask isEmpty() first");
        }
    }

    @Override
    public String toString() {
        return isEmpty() ? "Sketch[empty]" : "Sketch[count=%d, min=%d, max=%d]".formatted(count, min, max);
    }
}
