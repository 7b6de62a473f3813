package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.JsonObject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows in PostgreSQL's binary format
 * (https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4), a few at a time, so that the server works
 * while the next ones are written. What is not finished is taken back.
 */
final class CopyRows implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int CHUNK = 64 * 1024;
    private static final int ABSENT = -1;
    private static final short END = -1;
    private static final byte JSONB_VERSION = 1;
    /** Numbers of types in pg_type, the same in every database. */
    private static final int INT2 = 21;

    private static final int INT8 = 20;
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_TO_2000 = SECONDS_TO_2000 * MICROS_PER_SECOND;
    private static final long MICROS_PER_DAY = 24L * 3_600 * MICROS_PER_SECOND;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final BigInteger NUMERIC_BASE = BigInteger.valueOf(10_000);

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    CopyRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Microseconds since 1970: what is finer is cut off. */
    static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }

    void startRow(short columns) throws SQLException {
        room(Short.BYTES).putShort(columns);
    }

    void int8(long value) throws SQLException {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    void int8(@Nullable Long value) throws SQLException {
        if (value == null) {
            absent();
        } else {
            int8(value.longValue());
        }
    }

    void text(@Nullable String value) throws SQLException {
        if (value == null) {
            absent();
        } else {
            bytes(Text.storable(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@code jsonb} is its text after a version number. */
    void json(@Nullable JsonObject value) throws SQLException {
        if (value == null) {
            absent();
        } else {
            byte[] text = value.text().getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + 1 + text.length)
                    .putInt(1 + text.length)
                    .put(JSONB_VERSION)
                    .put(text);
        }
    }

    void bytes(byte[] value) throws SQLException {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    void bool(boolean value) throws SQLException {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    }

    void int2s(int length, IntToShort elements) throws SQLException {
        ByteBuffer target = array(INT2, length, Short.BYTES);
        for (int i = 0; i < length; i++) {
            target.putInt(Short.BYTES).putShort(elements.at(i));
        }
    }

    void int8s(int length, IntToLongFunction elements) throws SQLException {
        ByteBuffer target = array(INT8, length, Long.BYTES);
        for (int i = 0; i < length; i++) {
            target.putInt(Long.BYTES).putLong(elements.applyAsLong(i));
        }
    }

    /** The elements of an array, by their position. */
    @FunctionalInterface
    interface IntToShort {
        short at(int position);
    }

    /** One dimension that starts at 1 and has no nulls; each element comes after its length. */
    private ByteBuffer array(int elementType, int length, int elementBytes) throws SQLException {
        int bytes = 5 * Integer.BYTES + length * (Integer.BYTES + elementBytes);
        ByteBuffer target = room(Integer.BYTES + bytes).putInt(bytes);
        return target.putInt(1).putInt(0).putInt(elementType).putInt(length).putInt(1);
    }

    /** An instant as microseconds since 1970. */
    void timestamp(long micros) throws SQLException {
        int8(micros - MICROS_TO_2000);
    }

    /** The UTC day of an instant given as microseconds since 1970. */
    void dayOf(long micros) throws SQLException {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt((int)
                Math.floorDiv(micros - MICROS_TO_2000, MICROS_PER_DAY));
    }

    /** A whole number that is not negative: its digits to the base 10,000 after their count, weight, sign and scale. */
    void numeric(BigInteger value) throws SQLException {
        short[] digits = new short[value.bitLength() / 13 + 1];
        int first = digits.length;
        for (BigInteger rest = value; rest.signum() > 0; ) {
            BigInteger[] divided = rest.divideAndRemainder(NUMERIC_BASE);
            digits[--first] = divided[1].shortValue();
            rest = divided[0];
        }
        int count = digits.length - first;
        int length = (4 + count) * Short.BYTES;
        ByteBuffer target = room(Integer.BYTES + length).putInt(length);
        target.putShort((short) count)
                .putShort((short) (count - 1))
                .putShort((short) 0)
                .putShort((short) 0);
        for (short digit : Arrays.copyOfRange(digits, first, digits.length)) {
            target.putShort(digit);
        }
    }

    void absent() throws SQLException {
        room(Integer.BYTES).putInt(ABSENT);
    }

    /** Ends the rows, and waits until the server has taken all of them. */
    void finish() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private ByteBuffer room(int length) throws SQLException {
        if (buffer.remaining() < length) {
            send();
        }
        if (buffer.remaining() < length) {
            buffer = ByteBuffer.allocate(length);
        }
        return buffer;
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
