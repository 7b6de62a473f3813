package io.tidemark.domain.percentile;

import java.io.ByteArrayOutputStream;

/**
 * The counts of a sketch as bytes: a format number, then for each bucket in use two variable-length numbers (seven bits
 * a byte, lowest first): the distance from the bucket before, and the count.
 */
final class PackedBuckets {
    private static final int FORMAT = 1;
    private static final int MAX_SHIFT = 63;

    /** Receives one bucket in use. */
    @FunctionalInterface
    interface Visitor {
        void bucket(long bucket, long times);
    }

    private PackedBuckets() {}

    static byte[] pack(int firstBucket, long[] counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.write(FORMAT);
        int previous = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                write(bytes, firstBucket + i - previous);
                write(bytes, counts[i]);
                previous = firstBucket + i;
            }
        }
        return bytes.toByteArray();
    }

    /** Visits each bucket, and returns the sum of their counts. */
    static long unpack(byte[] packed, Visitor visitor) {
        if (packed.length == 0 || packed[0] != FORMAT) {
            throw new IllegalArgumentException(
                    "these %d bytes are no sketch of format %d".formatted(packed.length, FORMAT));
        }
        Reader reader = new Reader(packed);
        long bucket = 0;
        long total = 0;
        while (reader.hasMore()) {
            bucket += reader.next();
            long times = reader.next();
            visitor.bucket(bucket, times);
            total += times;
        }
        return total;
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int position = 1;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return position < bytes.length;
        }

        long next() {
            long number = 0;
            for (int shift = 0; shift < MAX_SHIFT && position < bytes.length; shift += 7) {
                byte next = bytes[position++];
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("the sketch is damaged or cut off at byte " + position);
        }
    }
}
