package io.tidemark.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.domain.timing.Timing;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The contract of {@link Inbox}, as far as it can be tried without knowing who leaves timings there. */
public abstract class InboxContract extends PortContract {
    @Test
    void drain_isNotToldOfTimingsThatWereHandedIn() {
        ConcurrentLinkedQueue<Timing> stored = new ConcurrentLinkedQueue<>();
        Subscription draining = storage.inbox().drain(stored::addAll);

        storage.timings().append(List.of(StorageFixture.timing("commit", 500, StorageFixture.RECENTLY)));
        draining.close();

        assertThat(stored).isEmpty();
    }

    @Test
    void close_changesNothingTheSecondTime() {
        Subscription draining = storage.inbox().drain(timings -> {});
        draining.close();

        assertThatCode(draining::close).doesNotThrowAnyException();
    }
}
