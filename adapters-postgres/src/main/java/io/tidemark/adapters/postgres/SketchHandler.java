package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.StoredSketch;
import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Totals;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Reads a sketch from the columns of a roll-up. */
final class SketchHandler extends BaseTypeHandler<StoredSketch> {
    @Override
    public StoredSketch getNullableResult(ResultSet rows, String column) throws SQLException {
        Totals totals = new Totals(
                rows.getLong("timings"),
                rows.getLong("sum_microseconds"),
                rows.getBigDecimal("sum_of_squares").toBigIntegerExact(),
                rows.getLong("min_microseconds"),
                rows.getLong("max_microseconds"));
        return new StoredSketch(totals, Buckets.unpack(rows.getBytes("sketch")));
    }

    @Override
    public @Nullable StoredSketch getNullableResult(ResultSet rows, int column) {
        throw new UnsupportedOperationException("a sketch is read from columns with names");
    }

    @Override
    public @Nullable StoredSketch getNullableResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("a sketch is read from rows");
    }

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, StoredSketch sketch, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("sketches are written by copy");
    }
}
