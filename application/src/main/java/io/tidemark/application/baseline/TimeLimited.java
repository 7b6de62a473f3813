package io.tidemark.application.baseline;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work on a thread of its own, and gives up waiting for it when its time is over. What hangs is interrupted and left
 * behind: it must only read. Not safe for use by several threads.
 */
final class TimeLimited implements AutoCloseable {
    private final Duration limit;
    private ExecutorService thread = newThread();

    TimeLimited(Duration limit) {
        this.limit = limit;
    }

    /**
     * Does some work.
     *
     * @throws TimeoutException when it takes longer than the limit
     * @throws ExecutionException when it throws
     */
    <T> T call(Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        Future<T> result = thread.submit(work);
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = newThread();
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "tidemark-baselines");
            thread.setDaemon(true);
            return thread;
        });
    }
}
