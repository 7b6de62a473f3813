package io.tidemark.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.TimingBatch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A log that does not answer until it is told to, and heeds no interrupt: as a socket whose peer is silent. */
final class SilentLog implements TimingLog {
    private static final long GENEROUS_SECONDS = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Override
    public void append(TimingBatch batch) {
        asked.countDown();
        boolean interrupted = false;
        while (mayAnswer.getCount() > 0) {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        answered.countDown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitAsked() throws InterruptedException {
        assertThat(asked.await(GENEROUS_SECONDS, TimeUnit.SECONDS))
                .as("the log was asked")
                .isTrue();
    }

    void answer() {
        mayAnswer.countDown();
    }

    boolean hasAnswered() {
        return answered.getCount() == 0;
    }
}
