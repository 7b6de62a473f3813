package io.tidemark.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.application.port.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemorySignalsTest {
    private final MemorySignals signals = new MemorySignals();

    @Test
    void listener_isCalledOnADaemonThread() throws Exception {
        assertThat(threadOfTheCalls().isDaemon()).isTrue();
        signals.close();
    }

    @Test
    void close_endsTheThread() throws Exception {
        Thread thread = threadOfTheCalls();

        signals.close();

        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void announce_isHarmlessAfterClosing() {
        signals.close();
        signals.subscribe(Topic.OUTBOX, () -> {});

        assertThatCode(() -> signals.announce(Topic.OUTBOX)).doesNotThrowAnyException();
    }

    private Thread threadOfTheCalls() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        signals.subscribe(Topic.OUTBOX, () -> thread.complete(Thread.currentThread()));
        signals.announce(Topic.OUTBOX);
        return thread.get(10, TimeUnit.SECONDS);
    }
}
