package io.tidemark.adapters.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Hands durations over as whole microseconds; those beyond a thousand years become a thousand years. */
final class DurationHandler extends BaseTypeHandler<Duration> {
    private static final Duration LONGEST = Duration.ofDays(365_000);
    private static final long NANOS_PER_MICRO = 1_000;

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Duration duration, @Nullable JdbcType type)
            throws SQLException {
        statement.setLong(index, micros(duration.compareTo(LONGEST) > 0 ? LONGEST : duration));
    }

    @Override
    public @Nullable Duration getNullableResult(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    @Override
    public @Nullable Duration getNullableResult(ResultSet rows, int column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    @Override
    public @Nullable Duration getNullableResult(CallableStatement call, int column) throws SQLException {
        long micros = call.getLong(column);
        return call.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / NANOS_PER_MICRO;
    }
}
