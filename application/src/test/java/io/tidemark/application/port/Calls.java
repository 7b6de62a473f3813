package io.tidemark.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listener that tells whether it was called, and on which thread. */
final class Calls implements Runnable {
    private static final long GENEROUS_SECONDS = 10;

    private final CountDownLatch called = new CountDownLatch(1);
    private volatile Thread thread;

    @Override
    public void run() {
        thread = Thread.currentThread();
        called.countDown();
    }

    Thread awaitOne() throws InterruptedException {
        assertThat(called.await(GENEROUS_SECONDS, TimeUnit.SECONDS))
                .as("the listener was called")
                .isTrue();
        return thread;
    }

    boolean wereNone() {
        return called.getCount() > 0;
    }
}
