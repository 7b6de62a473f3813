package io.tidemark.adapters.postgres;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores instants as an array, in their order. */
final class InstantsHandler extends BaseTypeHandler<List<Instant>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, List<Instant> instants, @Nullable JdbcType type)
            throws SQLException {
        String[] texts = instants.stream().map(Instant::toString).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("timestamptz", texts));
    }

    @Override
    public @Nullable List<Instant> getNullableResult(ResultSet rows, String column) throws SQLException {
        return instants(rows.getArray(column));
    }

    @Override
    public @Nullable List<Instant> getNullableResult(ResultSet rows, int column) throws SQLException {
        return instants(rows.getArray(column));
    }

    @Override
    public @Nullable List<Instant> getNullableResult(CallableStatement call, int column) throws SQLException {
        return instants(call.getArray(column));
    }

    private static @Nullable List<Instant> instants(@Nullable Array array) throws SQLException {
        return array == null
                ? null
                : Arrays.stream((Timestamp[]) array.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
    }
}
