package io.tidemark.adapters.postgres;

import io.tidemark.domain.alert.Addressee;
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

/** Stores whom an alert was told as pairs of texts, in their order. */
final class AddresseesHandler extends BaseTypeHandler<List<Addressee>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, List<Addressee> addressees, @Nullable JdbcType type)
            throws SQLException {
        String[][] pairs = addressees.stream()
                .map(one -> new String[] {Text.storable(one.name()), Text.storable(one.channel())})
                .toArray(String[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", pairs));
    }

    @Override
    public @Nullable List<Addressee> getNullableResult(ResultSet rows, String column) throws SQLException {
        return addressees(rows.getArray(column));
    }

    @Override
    public @Nullable List<Addressee> getNullableResult(ResultSet rows, int column) throws SQLException {
        return addressees(rows.getArray(column));
    }

    @Override
    public @Nullable List<Addressee> getNullableResult(CallableStatement call, int column) throws SQLException {
        return addressees(call.getArray(column));
    }

    private static @Nullable List<Addressee> addressees(@Nullable Array array) throws SQLException {
        // An empty array has no second dimension.
        if (array == null || !(array.getArray() instanceof String[][] pairs)) {
            return array == null ? null : List.of();
        }
        return Arrays.stream(pairs).map(pair -> new Addressee(pair[0], pair[1])).toList();
    }
}
