package io.tidemark.adapters.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores time zones by their names. */
final class ZoneHandler extends BaseTypeHandler<ZoneId> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, ZoneId value, @Nullable JdbcType type)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    public @Nullable ZoneId getNullableResult(ResultSet rows, String column) throws SQLException {
        return read(rows.getString(column));
    }

    @Override
    public @Nullable ZoneId getNullableResult(ResultSet rows, int column) throws SQLException {
        return read(rows.getString(column));
    }

    @Override
    public @Nullable ZoneId getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getString(column));
    }

    private static @Nullable ZoneId read(@Nullable String text) {
        return text == null ? null : ZoneId.of(text);
    }
}
