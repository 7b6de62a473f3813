package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.delivered;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.seenAndTold;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static io.tidemark.application.port.StorageFixture.throttled;
import static io.tidemark.application.port.StorageFixture.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.application.port.OutboxReader.Trouble;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Next;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link OutboxReader}. */
public abstract class OutboxReaderContract extends PortContract {
    private static final Next AT_ONCE = new Next.Again(Duration.ZERO);

    @Test
    void depth_hasEveryStatusEvenWhenTheOutboxIsEmpty() {
        assertThat(storage.outboxReader().depth())
                .containsOnly(
                        entry(DeliveryStatus.PENDING, 0L),
                        entry(DeliveryStatus.SENDING, 0L),
                        entry(DeliveryStatus.MERGED, 0L),
                        entry(DeliveryStatus.DELIVERED, 0L),
                        entry(DeliveryStatus.FAILED, 0L),
                        entry(DeliveryStatus.DROPPED, 0L));
    }

    @Test
    void depth_countsTheNotificationsOfEachStatus() {
        for (int i = 0; i < 10; i++) {
            tell("commit " + i, CHAT);
        }
        settle(delivered(minute(1)), new Next.Delivered());
        settle(throttled(minute(2)), new Next.Dead());
        settle(throttled(minute(3)), new Next.Dead());
        storage.outbox().claim(3, Duration.ofHours(1), Set.of());

        assertThat(storage.outboxReader().depth())
                .containsOnly(
                        entry(DeliveryStatus.PENDING, 4L),
                        entry(DeliveryStatus.SENDING, 3L),
                        entry(DeliveryStatus.MERGED, 0L),
                        entry(DeliveryStatus.DELIVERED, 1L),
                        entry(DeliveryStatus.FAILED, 2L),
                        entry(DeliveryStatus.DROPPED, 0L));
    }

    @Test
    void resting_areThoseLeftAloneForNow() {
        tell("commit", CHAT, MAIL);
        Claim first = storage.outbox()
                .claim(1, Duration.ofHours(1), Set.of(MAIL.name()))
                .get(0);
        storage.outbox().settle(new Settlement(first, throttled(minute(1)), AT_ONCE, Duration.ofHours(1)));

        assertThat(storage.outboxReader().resting()).containsOnlyKeys(CHAT.name());
    }

    @Test
    void attempts_areInOrderTheOldestFirst() {
        Alert alert = tell("commit", CHAT);
        long id = settle(unanswered(minute(1)), AT_ONCE);
        settle(throttled(minute(2)), AT_ONCE);
        settle(delivered(minute(3)), new Next.Delivered());

        assertThat(storage.outboxReader().attempts(alert.id()))
                .containsExactly(
                        new LoggedAttempt(id, "ops-chat", unanswered(minute(1))),
                        new LoggedAttempt(id, "ops-chat", throttled(minute(2))),
                        new LoggedAttempt(id, "ops-chat", delivered(minute(3))));
    }

    @Test
    void attempts_coverAllNotificationsAboutTheAlertAndNoOther() {
        Alert alert = tell("commit", MAIL, CHAT);
        tell("merge", CHAT);
        settle(delivered(minute(1)), new Next.Delivered());
        settle(delivered(minute(2)), new Next.Delivered());
        settle(delivered(minute(3)), new Next.Delivered());

        assertThat(storage.outboxReader().attempts(alert.id()))
                .extracting(LoggedAttempt::destination)
                .containsExactly("ops-mail", "ops-chat");
    }

    @Test
    void attempts_areNoneForAnUnknownAlert() {
        assertThat(storage.outboxReader().attempts(4_711)).isEmpty();
    }

    @Test
    void deliveries_areTheYoungestFirst() {
        tell("commit", CHAT, MAIL);

        assertThat(storage.outboxReader().deliveries(null, null, 10))
                .extracting(sent -> sent.notice().destination())
                .containsExactly(MAIL, CHAT);
        assertThat(storage.outboxReader().deliveries(null, null, 1)).hasSize(1);
    }

    @Test
    void deliveries_goOnFromANumber_thoughOthersAreAddedMeanwhile() {
        tell("commit", CHAT, MAIL);
        long youngest = storage.outboxReader().deliveries(null, null, 1).get(0).id();
        tell("merge", CHAT);

        assertThat(storage.outboxReader().deliveries(null, null, youngest, 10))
                .extracting(sent -> sent.notice().destination())
                .containsExactly(CHAT);
        assertThat(storage.outboxReader().deliveries(null, MAIL.name(), youngest, 10))
                .isEmpty();
    }

    @Test
    void deliveries_areThoseOfAStatusAndADestination() {
        tell("commit", CHAT, MAIL);
        long dead = settle(throttled(minute(1)), new Next.Dead());

        assertThat(storage.outboxReader().deliveries(DeliveryStatus.FAILED, null, 10))
                .extracting(Sent::id, Sent::attempts, Sent::trouble)
                .containsExactly(tuple(dead, 1, new Trouble("http_429", "too many requests")));
        assertThat(storage.outboxReader().deliveries(null, MAIL.name(), 10)).hasSize(1);
        assertThat(storage.outboxReader().deliveries(DeliveryStatus.FAILED, MAIL.name(), 10))
                .isEmpty();
    }

    @Test
    void find_tellsOfANotificationAndAllThatWasTriedForIt() {
        tell("commit", CHAT, MAIL);
        long id = settle(unanswered(minute(1)), AT_ONCE);
        settle(delivered(minute(2)), new Next.Delivered());

        assertThat(storage.outboxReader().find(id)).hasValueSatisfying(found -> {
            assertThat(found.sent().id()).isEqualTo(id);
            assertThat(found.sent().status()).isEqualTo(DeliveryStatus.PENDING);
            assertThat(found.attempts()).containsExactly(unanswered(minute(1)));
        });
    }

    @Test
    void find_isEmptyForAnUnknownNotification() {
        assertThat(storage.outboxReader().find(4_711)).isEmpty();
    }

    @Test
    void statistics_countAttemptsByHourAndDestination() {
        tell("commit", CHAT);
        settle(unanswered(minute(1)), AT_ONCE);
        settle(throttled(minute(2)), AT_ONCE);
        settle(delivered(minute(3)), new Next.Delivered());

        List<Statistics> statistics = storage.outboxReader().statistics(minute(1));

        assertThat(statistics.stream().mapToLong(Statistics::delivered).sum()).isOne();
        assertThat(statistics.stream().mapToLong(Statistics::failed).sum()).isEqualTo(2);
        assertThat(statistics.stream().mapToLong(Statistics::retries).sum()).isEqualTo(2);
        assertThat(statistics).allSatisfy(hour -> assertThat(hour.destination()).isEqualTo("ops-chat"));
    }

    @Test
    void statistics_tellTheAverageAndTheLongestTime() {
        for (int i = 1; i <= 4; i++) {
            tell("commit " + i, CHAT);
            settle(lasting(i), new Next.Delivered());
        }

        assertThat(storage.outboxReader().statistics(minute(1))).singleElement().satisfies(hour -> {
            assertThat(hour.average()).isEqualTo(Duration.ofMillis(25));
            assertThat(hour.p99()).isEqualTo(Duration.ofMillis(40));
        });
    }

    private static Attempt lasting(int tensOfMillis) {
        Attempt attempt = delivered(minute(1));
        return new Attempt(attempt.at(), Duration.ofMillis(10L * tensOfMillis), attempt.outcome(), attempt.answer());
    }

    private Alert tell(String operation, Destination... destinations) {
        return storage.alerts().change(slow(operation), seenAndTold(sighting(slow(operation), RECENTLY), destinations));
    }

    private long settle(Attempt attempt, Next next) {
        Claim claim = storage.outbox().claim(1, Duration.ofHours(1), Set.of()).get(0);
        storage.outbox().settle(new Settlement(claim, attempt, next));
        return claim.notification().id();
    }
}
