package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.domain.percentile.Sketch;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.copy.CopyManager;

/** What parts add up to at one level. */
final class Sums {
    private final Map<RollupKey, Sketch> sums = new HashMap<>();
    private final Level level;

    Sums(Level level) {
        this.level = level;
    }

    void add(Part part) {
        RollupKey key = new RollupKey(part.operation(), part.branchId(), level.floor(part.start()));
        part.sketch().addTo(sums.computeIfAbsent(key, first -> new Sketch()));
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    RollupKeys keys() {
        return new RollupKeys(sums.keySet());
    }

    /** The first days of the months (UTC) that they lie in. */
    Set<LocalDate> months() {
        Set<LocalDate> months = new TreeSet<>();
        sums.keySet()
                .forEach(key -> months.add(
                        LocalDate.ofInstant(key.start(), ZoneOffset.UTC).withDayOfMonth(1)));
        return months;
    }

    void write(boolean counted, CopyManager copies) throws SQLException {
        try (RollupRows rows = RollupRows.of(level, counted, copies)) {
            for (Map.Entry<RollupKey, Sketch> sum : sums.entrySet()) {
                rows.add(sum.getKey(), sum.getValue().totals(), sum.getValue().buckets());
            }
            rows.finish();
        }
    }
}
