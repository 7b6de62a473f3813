package io.tidemark.adapters.postgres;

import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.percentile.Totals;
import java.nio.ByteBuffer;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sketch from the columns of a roll-up. Arrays come as {@code array_send} makes them
 * (https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/arrayfuncs.c): the driver would make an object
 * of each element.
 */
final class SketchHandler extends BaseTypeHandler<Sketch> {
    /** The number of dimensions, the flags, the type, the length, the lower bound. */
    private static final int HEADER = 5 * Integer.BYTES;

    @Override
    public Sketch getNullableResult(ResultSet rows, String column) throws SQLException {
        Totals totals = new Totals(
                rows.getLong("timings"),
                rows.getLong("sum_microseconds"),
                rows.getBigDecimal("sum_of_squares").toBigIntegerExact(),
                rows.getLong("min_microseconds"),
                rows.getLong("max_microseconds"));
        short[] buckets = shorts(rows.getBytes("buckets"));
        return Sketch.restore(totals, Buckets.of(buckets, longs(rows.getBytes("counts"), buckets.length)));
    }

    private static short[] shorts(byte[] sent) {
        ByteBuffer array = ByteBuffer.wrap(sent, HEADER, sent.length - HEADER);
        short[] elements = new short[array.remaining() / (Integer.BYTES + Short.BYTES)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = array.position(array.position() + Integer.BYTES).getShort();
        }
        return elements;
    }

    private static long[] longs(byte[] sent, int length) {
        ByteBuffer array = ByteBuffer.wrap(sent, HEADER, sent.length - HEADER);
        long[] elements = new long[length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = array.position(array.position() + Integer.BYTES).getLong();
        }
        return elements;
    }

    @Override
    public @Nullable Sketch getNullableResult(ResultSet rows, int column) {
        throw new UnsupportedOperationException("a sketch is read from columns with names");
    }

    @Override
    public @Nullable Sketch getNullableResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("a sketch is read from rows");
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Sketch sketch, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("sketches are written by copy");
    }
}
