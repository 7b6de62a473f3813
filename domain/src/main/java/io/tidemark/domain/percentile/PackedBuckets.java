package io.tidemark.domain.percentile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Buckets as bytes: a format number, then for each bucket in use two variable-length numbers (seven bits a byte, lowest
 * first): the distance from the bucket before, and the count.
 */
final class PackedBuckets {
    private static final int FORMAT = 1;
    private static final int MAX_SHIFT = 63;

    private final byte[] bytes;
    private int position = 1;

    private PackedBuckets(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] pack(Buckets buckets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 + 3 * buckets.size());
        bytes.write(FORMAT);
        int previous = 0;
        for (int i = 0; i < buckets.size(); i++) {
            write(bytes, buckets.number(i) - previous);
            write(bytes, buckets.count(i));
            previous = buckets.number(i);
        }
        return bytes.toByteArray();
    }

    static Buckets unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != FORMAT) {
            throw new IllegalArgumentException(
                    "these %d bytes are no sketch of format %d".formatted(packed.length, FORMAT));
        }
        return new PackedBuckets(packed).read();
    }

    private Buckets read() {
        short[] numbers = new short[bytes.length / 2];
        long[] counts = new long[numbers.length];
        int size = 0;
        long bucket = 0;
        while (position < bytes.length) {
            bucket += next();
            if (bucket < 0 || bucket > Short.MAX_VALUE) {
                throw damaged();
            }
            numbers[size] = (short) bucket;
            counts[size++] = next();
        }
        return Buckets.checked(Arrays.copyOf(numbers, size), Arrays.copyOf(counts, size));
    }

    private long next() {
        long number = 0;
        for (int shift = 0; shift < MAX_SHIFT && position < bytes.length; shift += 7) {
            byte next = bytes[position++];
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw damaged();
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("the sketch is damaged or cut off at byte " + position);
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
