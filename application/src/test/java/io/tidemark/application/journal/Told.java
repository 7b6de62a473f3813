package io.tidemark.application.journal;

import io.tidemark.domain.timing.Timing;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told of timings, by their microseconds. */
final class Told implements Outcomes {
    private final List<Long> stored = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    @Override
    public synchronized void stored(List<Timing> timings) {
        timings.forEach(timing -> stored.add(timing.durationMicros()));
    }

    @Override
    public synchronized void refused(List<Timing> timings, RuntimeException why) {
        timings.forEach(timing -> refused.add(timing.durationMicros()));
        reasons.add(why.getMessage());
    }

    synchronized List<Long> stored() {
        return List.copyOf(stored);
    }

    synchronized List<Long> refused() {
        return List.copyOf(refused);
    }

    synchronized List<String> reasons() {
        return List.copyOf(reasons);
    }
}
