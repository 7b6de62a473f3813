package io.tidemark.adapters.postgres;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that a day has its partitions before a row of it is stored. The first row of each day also makes those of
 * the week ahead: so they are there long before they are needed, however long a process runs.
 */
final class Days {
    static final int AHEAD = 7;

    /** Nobody writes that many days at a time: after a replay of years, all but the present ones are forgotten. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Database database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    Days(Database database) {
        this.database = database;
    }

    void ensure(Collection<LocalDate> days) {
        if (known.containsAll(days)) {
            return;
        }
        for (LocalDate day : days) {
            if (!known.contains(day)) {
                database.ask(TimingMapper.class, mapper -> mapper.addDay(day));
            }
        }
        database.ask(TimingMapper.class, mapper -> mapper.addDaysAhead(AHEAD));
        if (known.size() + days.size() > MOST_REMEMBERED) {
            known.clear();
        }
        known.addAll(days);
    }

    /** Looks again the next time: somebody else may have dropped a day. */
    void forget() {
        known.clear();
    }
}
