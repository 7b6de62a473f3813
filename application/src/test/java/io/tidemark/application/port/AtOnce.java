package io.tidemark.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads loose on a storage at the same moment. */
public final class AtOnce {
    private static final long GENEROUS_SECONDS = 60;

    private AtOnce() {}

    /** Runs one work per thread and returns what each gave, in the order of the works. */
    public static <T> List<T> run(List<Callable<T>> works)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            CountDownLatch ready = new CountDownLatch(works.size());
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    // Threads that wake one after the other would hardly meet.
                    while (ready.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(GENEROUS_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
