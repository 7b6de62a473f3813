package io.tidemark.adapters.postgres;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores numbers as an array, in their order. */
final class NumbersHandler extends BaseTypeHandler<List<Double>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, List<Double> numbers, @Nullable JdbcType type) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("float8", numbers.toArray()));
    }

    @Override
    public @Nullable List<Double> getNullableResult(ResultSet rows, String column) throws SQLException {
        return numbers(rows.getArray(column));
    }

    @Override
    public @Nullable List<Double> getNullableResult(ResultSet rows, int column) throws SQLException {
        return numbers(rows.getArray(column));
    }

    @Override
    public @Nullable List<Double> getNullableResult(CallableStatement call, int column) throws SQLException {
        return numbers(call.getArray(column));
    }

    private static @Nullable List<Double> numbers(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((Double[]) array.getArray());
    }
}
