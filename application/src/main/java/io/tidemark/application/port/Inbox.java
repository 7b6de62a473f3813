package io.tidemark.application.port;

import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.domain.timing.Timing;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches timings that others left at the storage, such as those that were recorded in SQL, and stores them like those of
 * a {@link TimingLog}: each once, whatever breaks. What cannot be stored is set apart with the reason, and keeps the
 * others from nothing. Safe for several threads.
 */
public interface Inbox {
    /**
     * Fetches from now on, on a thread of the storage. Of several who do, in whatever process, one does at a time; when it
     * ends, another goes on. Does not throw while the storage is away: fetching begins when it is back.
     *
     * @param stored is told of the timings that were stored here, soon after that was committed, in any order; it must
     *     return quickly, and what it throws is logged and otherwise ignored
     * @return ends it: what is being stored at that moment is stored first
     */
    Subscription drain(Consumer<List<Timing>> stored);
}
