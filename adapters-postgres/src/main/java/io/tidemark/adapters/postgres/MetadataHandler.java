package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.JsonObject;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores texts by name as {@code jsonb}. */
final class MetadataHandler extends BaseTypeHandler<Map<String, String>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, Map<String, String> metadata, @Nullable JdbcType type)
            throws SQLException {
        statement.setObject(index, JsonObject.of(metadata).text(), Types.OTHER);
    }

    @Override
    public @Nullable Map<String, String> getNullableResult(ResultSet rows, String column) throws SQLException {
        return metadata(rows.getString(column));
    }

    @Override
    public @Nullable Map<String, String> getNullableResult(ResultSet rows, int column) throws SQLException {
        return metadata(rows.getString(column));
    }

    @Override
    public @Nullable Map<String, String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return metadata(call.getString(column));
    }

    private static @Nullable Map<String, String> metadata(@Nullable String json) {
        return json == null ? null : new JsonObject(json).scalars();
    }
}
