package io.tidemark.application.record;

import io.tidemark.application.journal.Outcomes;
import io.tidemark.domain.timing.Timing;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was written and what was lost; warns once for each reason. */
final class Tally implements Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final LongAdder written = new LongAdder();
    private final Map<Loss, LongAdder> lost = new EnumMap<>(Loss.class);
    private final Set<Loss> warned = EnumSet.noneOf(Loss.class);
    private final Map<Loss, String> examples = new ConcurrentHashMap<>();
    private final String things;

    Tally() {
        this("Timings");
    }

    /** Counts things that the log calls so. */
    Tally(String things) {
        this.things = things;
        for (Loss reason : Loss.values()) {
            lost.put(reason, new LongAdder());
        }
    }

    @Override
    public void stored(List<Timing> timings) {
        written(timings.size());
    }

    @Override
    public void refused(List<Timing> timings, RuntimeException why) {
        examples.put(Loss.REFUSED, why.toString());
        lost(Loss.REFUSED, timings.size());
    }

    void written(int more) {
        written.add(more);
    }

    void invalid(IllegalArgumentException why) {
        examples.put(Loss.INVALID, String.valueOf(why.getMessage()));
        lost(Loss.INVALID, 1);
    }

    void lost(Loss reason, long timings) {
        counter(reason).add(timings);
    }

    /** Warns of losses that nobody was told of yet. Not for threads that record: logging may wait. */
    synchronized void warn() {
        report().lost().forEach((reason, timings) -> {
            if (warned.add(reason)) {
                LOG.warn(
                        "{} are lost: {}, {} so far; further ones are only counted. {}",
                        things,
                        reason,
                        timings,
                        examples.getOrDefault(reason, ""));
            }
        });
    }

    RecorderReport report() {
        Map<Loss, Long> sums = new EnumMap<>(Loss.class);
        lost.forEach((reason, timings) -> {
            if (timings.sum() > 0) {
                sums.put(reason, timings.sum());
            }
        });
        return new RecorderReport(written.sum(), sums);
    }

    private LongAdder counter(Loss reason) {
        LongAdder counter = lost.get(reason);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return counter;
    }
}
