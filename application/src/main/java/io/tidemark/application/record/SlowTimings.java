package io.tidemark.application.record;

import io.tidemark.domain.timing.Timing;

/** Is told of each timing above its operation's threshold, on the thread that records it: it must not wait. */
@FunctionalInterface
public interface SlowTimings {
    void noticed(Timing timing);
}
