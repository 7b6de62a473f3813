package io.tidemark.adapters.postgres;

import io.tidemark.domain.schedule.Cron;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores cron expressions as they are written. */
final class CronHandler extends BaseTypeHandler<Cron> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Cron value, @Nullable JdbcType type)
            throws SQLException {
        statement.setString(index, value.toString());
    }

    @Override
    public @Nullable Cron getNullableResult(ResultSet rows, String column) throws SQLException {
        return read(rows.getString(column));
    }

    @Override
    public @Nullable Cron getNullableResult(ResultSet rows, int column) throws SQLException {
        return read(rows.getString(column));
    }

    @Override
    public @Nullable Cron getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getString(column));
    }

    private static @Nullable Cron read(@Nullable String text) {
        return text == null ? null : Cron.parse(text);
    }
}
