package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.Part;
import java.time.LocalDate;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.SqlSession;

/**
 * One transaction of folding. What is taken out of a level is put back merged, one row for each operation and branch; what
 * the next level did not count goes there as well. So every timing is counted once before, and once after.
 */
final class Folding {
    private final Database database;
    private final SqlSession session;
    private final UpkeepMapper mapper;
    private int taken;

    Folding(Database database, SqlSession session) {
        this.database = database;
        this.session = session;
        this.mapper = session.getMapper(UpkeepMapper.class);
    }

    /** Counts minutes that are over in their hours; returns how many parts it took. */
    int countMinutes(int limit) {
        Sums minutes = new Sums(Level.MINUTE);
        Sums hours = new Sums(Level.HOUR);
        mapper.takeMinutesThatAreOver(limit, into(minutes, hours));
        if (!minutes.isEmpty()) {
            mapper.takeCountedMinutes(minutes.keys(), into(minutes));
            hours.months().forEach(this::addMonth);
            put(minutes, true);
            put(hours, false);
        }
        return taken;
    }

    /** Whoever planned a statement without that month would miss what is counted there now: so nobody reads meanwhile. */
    private void addMonth(LocalDate month) {
        if (!mapper.hasMonth(month)) {
            session.getMapper(ServerMapper.class).limitWaiting(PostgresUpkeep.LONGEST_WAIT);
            mapper.closeHours();
            mapper.addMonth(month);
        }
    }

    /** Counts hours that are over in their days, and adds both up for the dashboards; returns how many parts it took. */
    int countHours(int limit) {
        Sums hours = new Sums(Level.HOUR);
        Sums days = new Sums(Level.DAY);
        mapper.takeHoursThatAreOver(limit, into(hours, days));
        if (!hours.isEmpty()) {
            mapper.takeCountedHours(hours.keys(), into(hours));
            mapper.takeDays(days.keys(), into(days));
            put(hours, true);
            put(days, true);
            mapper.refreshTotals(hours.keys());
        }
        return taken;
    }

    /** Counts merges of hours that are over; returns how many. */
    int countMerges(int limit) {
        return session.getMapper(MergeMapper.class).count(limit);
    }

    /** Merges the parts of the minutes under way. */
    int mergeMinutes() {
        Sums minutes = new Sums(Level.MINUTE);
        mapper.takeSplitMinutes(into(minutes));
        put(minutes, false);
        return taken;
    }

    /** Merges the parts of the hour under way. */
    int mergeHours() {
        Sums hours = new Sums(Level.HOUR);
        mapper.takeSplitHours(into(hours));
        put(hours, false);
        return taken;
    }

    private ResultHandler<Part> into(Sums... levels) {
        return result -> {
            taken++;
            for (Sums level : levels) {
                level.add(result.getResultObject());
            }
        };
    }

    private void put(Sums sums, boolean counted) {
        if (!sums.isEmpty()) {
            database.copy(session, copies -> sums.write(counted, copies));
        }
    }
}
