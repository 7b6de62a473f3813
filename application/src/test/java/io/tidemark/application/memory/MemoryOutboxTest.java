package io.tidemark.application.memory;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.notice;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static io.tidemark.application.port.StorageFixture.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryOutboxTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final SettableClock clock = new SettableClock(RECENTLY);
    private final MemoryOutbox outbox = new MemoryOutbox(clock, new MemoryAudit(), new MemorySignals());

    @Test
    void claim_givesNobodyElseANotificationUntilTheLeaseRunsOut() {
        outbox.add(List.of(noticeAbout(1)));
        outbox.claim(1, LEASE, Set.of());

        clock.advance(LEASE.minusNanos(1));
        assertThat(outbox.claim(1, LEASE, Set.of())).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(outbox.claim(1, LEASE, Set.of())).hasSize(1);
    }

    @Test
    void claim_givesNobodyANotificationUntilThePauseIsOver() {
        outbox.add(List.of(noticeAbout(1)));
        settle(outbox.claim(1, LEASE, Set.of()).get(0), new Next.Again(Duration.ofMinutes(5)));

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(outbox.claim(1, LEASE, Set.of())).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(outbox.claim(1, LEASE, Set.of())).hasSize(1);
    }

    @Test
    void untilNextDue_countsDown() {
        outbox.add(List.of(noticeAbout(1)));
        settle(outbox.claim(1, LEASE, Set.of()).get(0), new Next.Again(Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(1));

        assertThat(outbox.untilNextDue(Set.of())).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void add_refusesAllRatherThanLosingOne() {
        outbox.add(Collections.nCopies(9_999, noticeAbout(1)));

        assertThatThrownBy(() -> outbox.add(List.of(noticeAbout(2), noticeAbout(3))))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.isPassing()).isFalse());
        assertThat(outbox.depth()).containsEntry(DeliveryStatus.PENDING, 9_999L);
    }

    @Test
    void settled_areKeptToTheLast() {
        outbox.add(LongStream.range(0, 10_000).mapToObj(this::noticeAbout).toList());
        outbox.claim(10_000, LEASE, Set.of()).forEach(claim -> settle(claim, new Next.Delivered()));
        outbox.add(List.of(noticeAbout(10_000)));
        outbox.claim(1, LEASE, Set.of()).forEach(claim -> settle(claim, new Next.Dead()));

        assertThat(outbox.depth())
                .containsEntry(DeliveryStatus.DELIVERED, 9_999L)
                .containsEntry(DeliveryStatus.FAILED, 1L);
        assertThat(outbox.told(List.of(0L, 1L))).containsOnlyKeys(1L);
    }

    @Test
    void attempts_areKeptToTheLast() {
        outbox.add(List.of(noticeAbout(1)));
        Claim claim = outbox.claim(1, LEASE, Set.of()).get(0);
        for (int i = 0; i <= 10_000; i++) {
            outbox.settle(new Settlement(claim, throttled(RECENTLY.plusSeconds(i)), new Next.Again(Duration.ZERO)));
        }

        assertThat(outbox.attempts(1)).hasSize(10_000);
        assertThat(outbox.attempts(1).get(0).attempt().at()).isEqualTo(RECENTLY.plusSeconds(1));
    }

    private Notice noticeAbout(long alertId) {
        return notice(Alert.raise(alertId, sighting(slow("commit"), RECENTLY)), CHAT, "slow");
    }

    private void settle(Claim claim, Next next) {
        outbox.settle(new Settlement(claim, throttled(RECENTLY), next));
    }
}
