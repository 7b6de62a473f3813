package io.tidemark.bootstrap.demo;

import io.tidemark.application.Tidemark;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.timing.Retention;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the simulated pgGit: first its past, as far as an earlier play has left any of it out, and then its life as it goes
 * on, recorded as an embedding application would. Starting it twice plays it once.
 */
public final class DemoWorkload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWorkload.class);
    private static final Duration BEAT = Duration.ofMillis(250);
    /** What is told before life begins; the rest follows in the background. */
    private static final Duration AT_ONCE = Duration.ofDays(2);

    private static final Duration LAST_CHAPTER = Duration.ofSeconds(2);
    /** Timings as old as they are kept at most may be dropped while the past is told. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Tidemark tidemark;
    private final Storage storage;
    private final Retention retention;
    private final Clock clock;
    private final ScheduledExecutorService player = threads("tidemark-demo");
    private final ScheduledExecutorService historian = threads("tidemark-demo-past");
    private boolean playing;

    public DemoWorkload(Tidemark tidemark, Storage storage, Retention retention, Clock clock) {
        this.tidemark = tidemark;
        this.storage = storage;
        this.retention = retention;
        this.clock = clock;
    }

    /** Tells the past, or the latest days of it, then plays on in a thread of its own. */
    public synchronized void start(DemoSettings settings) {
        if (playing) {
            return;
        }
        playing = true;
        Instant now = clock.instant();
        DemoStory story = new DemoStory(settings.seed(), now);
        BackFill past = new BackFill(story, settings.seed(), storage);
        Duration kept =
                shorter(Duration.ofDays(settings.days()), retention.raw().minus(MARGIN));
        Duration atOnce = shorter(kept, AT_ONCE);
        tell(past, TimeRange.endingAt(now, atOnce));
        release(TimeRange.endingAt(now, kept));
        LivePlay live = new LivePlay(story, tidemark, storage.traces(), now);
        var unused = player.scheduleAtFixedRate(
                () -> live.playUntil(clock.instant()), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (kept.compareTo(atOnce) > 0) {
            historian.execute(() -> tell(past, TimeRange.endingAt(now.minus(atOnce), kept.minus(atOnce))));
        }
        LOG.info(
                "The demo plays {} operations of a simulated pgGit",
                DemoStory.operations().size());
    }

    @Override
    public void close() {
        player.shutdownNow();
        historian.shutdownNow();
        try {
            // The chapter under way is told to its end, or else told again by the next play.
            var unused = historian.awaitTermination(LAST_CHAPTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(BackFill past, TimeRange range) {
        try {
            long told = past.tell(range);
            LOG.info("The demo tells of {} timings from {} on", told, range.from());
            DemoStory.operations().forEach(this::learn);
        } catch (RuntimeException e) {
            LOG.warn("The demo could not tell all of its past; start it again to tell the rest", e);
        }
    }

    private void release(TimeRange range) {
        try {
            DemoReleases.of(range).forEach(tidemark.deployments()::record);
        } catch (StorageException e) {
            LOG.warn("The demo could not tell of all its releases; start it again to tell the rest", e);
        }
    }

    private void learn(String operation) {
        try {
            tidemark.baselines().calculate(Scope.of(operation), "demo");
        } catch (TooFewSamplesException e) {
            LOG.info("No baseline yet: {}", e.getMessage());
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static ScheduledExecutorService threads(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
