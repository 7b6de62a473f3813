package io.tidemark.application.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Threads that begin at the same moment. */
final class Together {
    private Together() {}

    /** Runs the work on so many threads, each with its number from 0 on, and waits for all of them. */
    static void run(int threads, IntConsumer work) throws InterruptedException {
        for (Thread thread : start(threads, work)) {
            thread.join();
        }
    }

    static List<Thread> start(int threads, IntConsumer work) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(threads);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                ready.countDown();
                awaitAll(ready);
                work.accept(number);
            });
            thread.start();
            all.add(thread);
        }
        ready.await();
        return all;
    }

    private static void awaitAll(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the start", e);
        }
    }
}
