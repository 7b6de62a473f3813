package io.tidemark.bootstrap.demo;

import io.tidemark.application.Tidemark;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the simulated pgGit: its past hours at once, unless an earlier play left some, and then its life as it goes on,
 * recorded as an embedding application would. Starting it twice plays it once.
 */
public final class DemoWorkload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWorkload.class);
    private static final long SEED = 2026;
    private static final Duration BEAT = Duration.ofMillis(250);

    private final Tidemark tidemark;
    private final TimingLog log;
    private final Clock clock;
    private final ScheduledExecutorService player;
    private boolean playing;

    public DemoWorkload(Tidemark tidemark, TimingLog log, Clock clock) {
        this.tidemark = tidemark;
        this.log = log;
        this.clock = clock;
        this.player = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tidemark-demo");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Tells the past, then plays on in a thread of its own. */
    public synchronized void start() {
        if (playing) {
            return;
        }
        playing = true;
        DemoStory story = new DemoStory(clock.instant(), SEED);
        tellPast(story);
        Beat beat = new Beat(story, clock.instant());
        var unused = player.scheduleAtFixedRate(beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        LOG.info(
                "The demo plays {} operations of a simulated pgGit",
                story.operations().size());
    }

    @Override
    public void close() {
        player.shutdownNow();
    }

    /** All at once: a past that was told by halves, and interrupted, would be taken for the whole. */
    private void tellPast(DemoStory story) {
        if (knownOperations(story).isEmpty()) {
            log.append(story.timings(story.past()));
        }
        story.operations().forEach(this::learn);
    }

    private Set<String> knownOperations(DemoStory story) {
        return tidemark.overview().operations(story.past(), DemoStory.PAST).stream()
                .map(operation -> operation.operation())
                .collect(Collectors.toSet());
    }

    private void learn(String operation) {
        try {
            tidemark.baselines().calculate(Scope.of(operation), "demo");
        } catch (TooFewSamplesException e) {
            LOG.info("No baseline yet: {}", e.getMessage());
        }
    }

    /** Records what happened since the beat before. */
    private final class Beat implements Runnable {
        private final DemoStory story;
        private Instant until;

        Beat(DemoStory story, Instant from) {
            this.story = story;
            this.until = from;
        }

        @Override
        public void run() {
            Instant now = clock.instant();
            if (until.isBefore(now)) {
                story.timings(new TimeRange(until, now)).forEach(this::record);
                until = now;
            }
        }

        private void record(Timing timing) {
            Duration duration = Duration.of(timing.durationMicros(), ChronoUnit.MICROS);
            tidemark.record(timing.operation(), duration, timing.context());
        }
    }
}
