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

/** Stores names as an array of texts, in their order. */
final class NamesHandler extends BaseTypeHandler<List<String>> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, List<String> names, @Nullable JdbcType type)
            throws SQLException {
        String[] storable = names.stream().map(Text::storable).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", storable));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet rows, String column) throws SQLException {
        return names(rows.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet rows, int column) throws SQLException {
        return names(rows.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return names(call.getArray(column));
    }

    private static @Nullable List<String> names(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
