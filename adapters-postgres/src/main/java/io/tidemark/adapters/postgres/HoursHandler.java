package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Rhythm.Hour;
import io.tidemark.domain.baseline.Slot;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Stores the hours of a rhythm as an array of rows: day of the week (0 for every day), hour, samples, p50, p95, p99. The
 * view {@code performance_baseline_hours} shows them one by one.
 */
final class HoursHandler extends BaseTypeHandler<SortedMap<Slot, Hour>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, SortedMap<Slot, Hour> hours, @Nullable JdbcType type)
            throws SQLException {
        Double[][] rows = hours.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toArray(Double[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("float8", rows));
    }

    @Override
    public SortedMap<Slot, Hour> getNullableResult(ResultSet rows, String column) throws SQLException {
        return hours(rows.getArray(column));
    }

    @Override
    public SortedMap<Slot, Hour> getNullableResult(ResultSet rows, int column) throws SQLException {
        return hours(rows.getArray(column));
    }

    @Override
    public SortedMap<Slot, Hour> getNullableResult(CallableStatement call, int column) throws SQLException {
        return hours(call.getArray(column));
    }

    private static Double[] row(Slot slot, Hour hour) {
        return new Double[] {
            (double) slot.dayNumber(),
            (double) slot.hour(),
            (double) hour.samples(),
            hour.p50Micros(),
            hour.p95Micros(),
            hour.p99Micros()
        };
    }

    private static SortedMap<Slot, Hour> hours(@Nullable Array array) throws SQLException {
        SortedMap<Slot, Hour> hours = new TreeMap<>();
        // An array without rows has no dimensions either.
        if (array != null && array.getArray() instanceof Double[][] rows) {
            for (Double[] row : rows) {
                hours.put(slot(row), new Hour(row[2].longValue(), row[3], row[4], row[5]));
            }
        }
        return hours;
    }

    private static Slot slot(Double[] row) {
        int day = row[0].intValue();
        return new Slot(day == 0 ? null : DayOfWeek.of(day), row[1].intValue());
    }
}
