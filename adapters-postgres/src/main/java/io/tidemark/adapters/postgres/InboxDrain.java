package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves timings from the inbox to where they belong. Taking them out and storing them is one transaction: each is stored
 * once, whatever breaks. What cannot be stored is set apart with the reason, and keeps nobody waiting.
 */
final class InboxDrain {
    private static final Logger LOG = LoggerFactory.getLogger(InboxDrain.class);

    /** With two JSON objects of 16 KiB each this is at most 32 MiB at a time. */
    static final int MOST_AT_ONCE = 1_000;

    /**
     * Classes of SQLSTATE that blame the values: data exception, integrity constraint, program limit. Whatever else is
     * wrong is no reason to set a timing apart.
     */
    private static final List<String> REFUSED = List.of("22", "23", "54");

    private final Database database;
    private final PostgresTimingLog timings;

    InboxDrain(Database database, PostgresTimingLog timings) {
        this.database = database;
        this.timings = timings;
    }

    /** A timing with the number that it has from the start. */
    private record Numbered(long metricId, Timing timing) {}

    /**
     * Moves the timings that came first.
     *
     * @param stored is told of those that were stored, after that was committed
     * @return how many were found
     * @throws StorageException when the rest could not be moved for now
     */
    int drain(Consumer<List<Timing>> stored) {
        List<InboxRow> rows = database.ask(InboxMapper.class, mapper -> mapper.first(MOST_AT_ONCE));
        List<Numbered> fit = new ArrayList<>();
        for (InboxRow row : rows) {
            try {
                Numbered numbered = new Numbered(row.metricId(), row.toTiming());
                Optional<String> refusal = timings.refusal(numbered.timing());
                refusal.ifPresentOrElse(why -> refuse(row.metricId(), why), () -> fit.add(numbered));
            } catch (IllegalArgumentException e) {
                refuse(row.metricId(), String.valueOf(e.getMessage()));
            }
        }
        store(fit, stored);
        return rows.size();
    }

    private void store(List<Numbered> batch, Consumer<List<Timing>> stored) {
        if (batch.isEmpty()) {
            return;
        }
        List<Timing> fit = batch.stream().map(Numbered::timing).toList();
        List<Long> metricIds = batch.stream().map(Numbered::metricId).toList();
        try {
            if (move(fit, metricIds)) {
                stored.accept(fit);
            }
        } catch (StorageException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            storeApart(batch, String.valueOf(e.getMessage()), stored);
        }
    }

    /** Halves are tried again, down to the one that is to blame. */
    private void storeApart(List<Numbered> batch, String why, Consumer<List<Timing>> stored) {
        if (batch.size() == 1) {
            refuse(batch.get(0).metricId(), why);
        } else {
            int half = batch.size() / 2;
            store(batch.subList(0, half), stored);
            store(batch.subList(half, batch.size()), stored);
        }
    }

    /** Stores nothing when one of them is gone: then somebody else is at it, and the next look shows what is left. */
    private boolean move(List<Timing> fit, List<Long> metricIds) {
        Long[] numbers = metricIds.toArray(Long[]::new);
        return timings.append(
                CountedBatch.of(TimingBatch.of(fit), metricIds),
                session -> session.getMapper(InboxMapper.class).take(numbers) == numbers.length);
    }

    private void refuse(long metricId, String why) {
        database.tell(InboxMapper.class, mapper -> mapper.refuse(metricId, why));
        LOG.warn("Timing {}, recorded in SQL, is set apart in performance_inbox_refused: {}", metricId, why);
    }

    private static boolean isRefusal(StorageException failure) {
        return failure.getCause() instanceof SQLException refused
                && refused.getSQLState() != null
                && REFUSED.stream().anyMatch(refused.getSQLState()::startsWith);
    }
}
