package io.tidemark.application;

import io.tidemark.application.port.Upkeep;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Folds roll-ups every few seconds, and drops what is outdated every hour, unless a job does that. */
final class Housekeeper implements AutoCloseable {
    private static final Duration BETWEEN_FOLDS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_DROPS = Duration.ofHours(1);

    private final ScheduledExecutorService executor;

    private Housekeeper(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /**
     * Starts a daemon thread, which begins at once.
     *
     * @param dropping whether what is outdated is to be dropped
     */
    static Housekeeper start(Upkeep upkeep, boolean dropping) {
        return start(upkeep, dropping, BETWEEN_FOLDS);
    }

    static Housekeeper start(Upkeep upkeep, boolean dropping, Duration betweenFolds) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tidemark-housekeeper");
            thread.setDaemon(true);
            return thread;
        });
        Housekeeper housekeeper = new Housekeeper(executor);
        housekeeper.repeat(betweenFolds, "Roll-ups cannot be folded", upkeep::fold);
        if (dropping) {
            housekeeper.repeat(BETWEEN_DROPS, "What is outdated cannot be dropped", upkeep::dropOutdated);
        }
        return housekeeper;
    }

    private void repeat(Duration pause, String complaint, Runnable work) {
        Chore chore = new Chore(complaint, work, executor::isShutdown);
        var unused = executor.scheduleWithFixedDelay(chore, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does not wait: what is cut off in the middle has changed nothing. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
