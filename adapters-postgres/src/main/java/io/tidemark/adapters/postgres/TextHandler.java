package io.tidemark.adapters.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores text, as far as PostgreSQL can. */
final class TextHandler extends BaseTypeHandler<String> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, String text, @Nullable JdbcType type)
            throws SQLException {
        statement.setString(index, Text.storable(text));
    }

    @Override
    public @Nullable String getNullableResult(ResultSet rows, String column) throws SQLException {
        return rows.getString(column);
    }

    @Override
    public @Nullable String getNullableResult(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }

    @Override
    public @Nullable String getNullableResult(CallableStatement call, int column) throws SQLException {
        return call.getString(column);
    }
}
