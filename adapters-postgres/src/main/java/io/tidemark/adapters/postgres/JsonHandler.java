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

/**
 * Hands JSON objects over as {@code jsonb}. PostgreSQL writes them out with spaces and with all digits of a number; what
 * gets too long by that comes back as an object that says so.
 */
final class JsonHandler extends BaseTypeHandler<JsonObject> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, JsonObject json, @Nullable JdbcType type)
            throws SQLException {
        statement.setObject(index, json.text(), Types.OTHER);
    }

    @Override
    public @Nullable JsonObject getNullableResult(ResultSet rows, String column) throws SQLException {
        return json(rows.getString(column));
    }

    @Override
    public @Nullable JsonObject getNullableResult(ResultSet rows, int column) throws SQLException {
        return json(rows.getString(column));
    }

    @Override
    public @Nullable JsonObject getNullableResult(CallableStatement call, int column) throws SQLException {
        return json(call.getString(column));
    }

    private static @Nullable JsonObject json(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String compact = withoutSpaces(text);
        try {
            return new JsonObject(compact);
        } catch (IllegalArgumentException e) {
            return JsonObject.of(Map.of("not shown", String.valueOf(e.getMessage())));
        }
    }

    /** Outside of strings, PostgreSQL writes spaces that carry no meaning. */
    private static String withoutSpaces(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                compact.append(c).append(json.charAt(++i));
                continue;
            }
            inString ^= c == '"';
            if (inString || c != ' ') {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
