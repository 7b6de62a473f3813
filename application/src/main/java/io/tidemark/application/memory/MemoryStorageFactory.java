package io.tidemark.application.memory;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFactory;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;

/**
 * Makes a storage that lives in the memory of this process, and ends with it. It takes no settings, and everything in it
 * has a bound:
 *
 * <ul>
 *   <li>Timings are kept as roll-ups only: by the minute for at least two hours, then by the hour for seven days. An hour
 *       is read like a minute: a range or a step that contains its first instant takes it whole. What starts before all
 *       that, or more than an hour ahead of the clock, is left out.
 *   <li>There are at most 10,000 operations and branches of operations. Branches beyond that are counted under their
 *       operation as a whole, operations beyond it under {@value Scope#OTHER}. {@link Storage#health} says how many
 *       timings were left out or counted elsewhere.
 *   <li>There are at most 10,000 alerts: resolved ones make room first, then the oldest.
 *   <li>There are at most 10,000 notifications that are not settled: a change that would add more is refused, rather
 *       than losing one that was accepted. Of those delivered or given up, the last 10,000 are kept, and as many
 *       attempts.
 * </ul>
 */
public final class MemoryStorageFactory implements StorageFactory {
    public static final String NAME = "memory";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Storage create(StorageSettings settings, Clock clock) {
        requireNonNull(clock, "clock");
        if (!settings.values().isEmpty()) {
            throw new IllegalArgumentException("storage '%s' takes no settings, but was given %s: leave them out"
                    .formatted(
                            NAME, settings.values().keySet().stream().sorted().toList()));
        }
        return new MemoryStorage(clock);
    }
}
