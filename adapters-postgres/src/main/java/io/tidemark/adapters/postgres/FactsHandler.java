package io.tidemark.adapters.postgres;

import io.tidemark.domain.notification.Content.Fact;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Stores facts as an array of pairs, which keeps their order and needs no JSON. */
final class FactsHandler extends BaseTypeHandler<List<Fact>> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, List<Fact> facts, @Nullable JdbcType type)
            throws SQLException {
        String[][] pairs = facts.stream()
                .map(fact -> new String[] {Text.storable(fact.name()), Text.storable(fact.value())})
                .toArray(String[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", pairs));
    }

    @Override
    public @Nullable List<Fact> getNullableResult(ResultSet rows, String column) throws SQLException {
        return facts(rows.getArray(column));
    }

    @Override
    public @Nullable List<Fact> getNullableResult(ResultSet rows, int column) throws SQLException {
        return facts(rows.getArray(column));
    }

    @Override
    public @Nullable List<Fact> getNullableResult(CallableStatement call, int column) throws SQLException {
        return facts(call.getArray(column));
    }

    private static @Nullable List<Fact> facts(@Nullable Array array) throws SQLException {
        // An empty array has no second dimension.
        if (array == null || !(array.getArray() instanceof String[][] pairs)) {
            return array == null ? null : List.of();
        }
        return Arrays.stream(pairs).map(pair -> new Fact(pair[0], pair[1])).toList();
    }
}
