package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.delivered;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.notice;
import static io.tidemark.application.port.StorageFixture.seenAndTold;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static io.tidemark.application.port.StorageFixture.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Digest;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The contract of {@link Outbox}. */
public abstract class OutboxContract extends PortContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration ALMOST_LONG = Duration.ofMinutes(58);

    @Test
    void claim_isEmptyWhenNothingIsDue() {
        assertThat(storage.outbox().claim(10, LONG, Set.of())).isEmpty();
    }

    @Test
    void claim_handsOutTheNotificationAsDecided() {
        Alert alert = tell("commit", CHAT);

        assertThat(claimed()).singleElement().satisfies(claim -> {
            assertThat(claim.notification().notice()).isEqualTo(notice(alert, CHAT, "slow"));
            assertThat(claim.notification().attempts()).isZero();
        });
    }

    @Test
    void claim_handsOutTheOldestFirst() {
        tell("commit", MAIL, CHAT);
        tell("merge", CHAT);

        assertThat(claimed())
                .extracting(claim -> claim.notification().notice().destination())
                .containsExactly(MAIL, CHAT, CHAT);
    }

    @Test
    void claim_handsOutNoMoreThanTheLimit() {
        tell("commit", MAIL, CHAT);
        tell("merge", CHAT);

        assertThat(storage.outbox().claim(2, LONG, Set.of())).hasSize(2);
        assertThat(storage.outbox().claim(2, LONG, Set.of())).hasSize(1);
    }

    @Test
    void claim_givesNobodyElseWhatIsClaimed() {
        tell("commit", CHAT);
        claimed();

        assertThat(claimed()).isEmpty();
    }

    @Test
    void claim_givesAKilledWorkersNotificationToAnother() {
        tell("commit", CHAT);
        Claim killed = claimWithoutLease();

        assertThat(claimed()).singleElement().satisfies(claim -> {
            assertThat(claim.notification().id())
                    .isEqualTo(killed.notification().id());
            assertThat(claim.token()).isNotEqualTo(killed.token());
        });
    }

    @Test
    void claim_neverGivesTheSameNotificationToTwoWorkers() throws Exception {
        int alerts = 200;
        for (int i = 0; i < alerts; i++) {
            tell("commit " + i, CHAT);
        }
        Callable<List<Long>> worker = () -> {
            List<Long> ids = new ArrayList<>();
            for (List<Claim> some = storage.outbox().claim(1, LONG, Set.of());
                    !some.isEmpty();
                    some = storage.outbox().claim(1, LONG, Set.of())) {
                some.forEach(claim -> ids.add(claim.notification().id()));
            }
            return ids;
        };

        List<Long> claimed = AtOnce.run(Collections.nCopies(2, worker)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claimed).doesNotHaveDuplicates();
        // A worker that meets rows that the other is just claiming may go home early: what is left is still there.
        assertThat(claimed.size()
                        + storage.outbox().claim(alerts, LONG, Set.of()).size())
                .isEqualTo(alerts);
    }

    @Test
    void claim_holdsBackTheSecondMessageToADestinationWhileTheFirstIsClaimed() {
        tell("commit", CHAT);
        tell("commit", CHAT);

        assertThat(claimed()).hasSize(1);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void claim_holdsBackTheSecondMessageToADestinationWhileTheFirstWaits() {
        tell("commit", CHAT);
        tell("commit", CHAT);
        settle(onlyClaim(), new Next.Again(LONG));

        assertThat(claimed()).isEmpty();
    }

    @Test
    void claim_handsOutTheSecondMessageToADestinationWhenTheFirstIsDelivered() {
        tell("commit", CHAT);
        tell("commit", CHAT);
        Claim first = onlyClaim();
        settle(first, new Next.Delivered());

        assertThat(onlyClaim().notification().id())
                .isNotEqualTo(first.notification().id());
    }

    @Test
    void claim_handsOutTheSecondMessageToADestinationWhenTheFirstIsGivenUp() {
        tell("commit", CHAT);
        tell("commit", CHAT);
        Claim first = onlyClaim();
        settle(first, new Next.Dead());

        assertThat(onlyClaim().notification().id())
                .isNotEqualTo(first.notification().id());
    }

    @Test
    void claim_doesNotHoldBackMessagesToAnotherDestination() {
        tell("commit", CHAT);
        tell("commit", MAIL);

        assertThat(claimed()).hasSize(2);
    }

    @Test
    void claim_doesNotHoldBackMessagesAboutAnotherAlert() {
        tell("commit", CHAT);
        tell("merge", CHAT);

        assertThat(claimed()).hasSize(2);
    }

    @Test
    void claim_leavesTheNotificationsOfRestingDestinationsAlone() {
        tell("commit", CHAT, MAIL);

        assertThat(storage.outbox().claim(10, LONG, Set.of(CHAT.name())))
                .extracting(claim -> claim.notification().notice().destination())
                .containsExactly(MAIL);
    }

    @Test
    void claim_handsOutWhatIsDueForLongestFirst() {
        tell("commit", CHAT);
        tell("merge", CHAT);
        Claim commit = storage.outbox().claim(1, LONG, Set.of()).get(0);
        storage.outbox().postpone(commit, Duration.ZERO);

        assertThat(storage.outbox()
                        .claim(1, LONG, Set.of())
                        .get(0)
                        .notification()
                        .id())
                .isNotEqualTo(commit.notification().id());
    }

    @Test
    void untilNextDue_doesNotCountRestingDestinations() {
        tell("commit", CHAT);

        assertThat(storage.outbox().untilNextDue(Set.of(CHAT.name()))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void settle_endsADeliveredNotification() {
        tell("commit", CHAT);
        settle(claimWithoutLease(), new Next.Delivered());

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 1L);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void settle_endsANotificationThatIsGivenUp() {
        tell("commit", CHAT);
        settle(claimWithoutLease(), new Next.Dead());

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.FAILED, 1L);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void settle_makesANotificationDueAgainAfterThePause() {
        tell("commit", CHAT);
        Claim first = onlyClaim();
        settle(first, new Next.Again(Duration.ZERO));

        Claim second = onlyClaim();
        assertThat(second.notification().id()).isEqualTo(first.notification().id());
        assertThat(second.notification().attempts()).isOne();
    }

    @Test
    void settle_letsANotificationWaitForThePause() {
        tell("commit", CHAT);
        settle(onlyClaim(), new Next.Again(LONG));

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.PENDING, 1L);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void settle_countsAfterTheLeaseWhenNobodyElseHasClaimed() {
        tell("commit", CHAT);
        settle(claimWithoutLease(), new Next.Delivered());

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 1L);
    }

    @Test
    void settle_leavesTheNotificationToWhoeverHasClaimedItSince() {
        tell("commit", CHAT);
        Claim late = claimWithoutLease();
        Claim current = onlyClaim();

        settle(late, new Next.Dead());

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.SENDING, 1L);
        settle(current, new Next.Delivered());
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 1L);
    }

    @Test
    void settle_logsAnAttemptThatComesAfterSomebodyElseHasClaimed() {
        Alert alert = tell("commit", CHAT);
        Claim late = claimWithoutLease();
        Claim current = onlyClaim();
        settle(current, new Next.Delivered());

        storage.outbox().settle(new Settlement(late, throttled(minute(6)), new Next.Again(LONG)));

        assertThat(storage.outboxReader().attempts(alert.id()))
                .extracting(LoggedAttempt::attempt)
                .containsExactly(delivered(minute(5)), throttled(minute(6)));
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 1L);
    }

    @Test
    void postpone_makesAnUntriedNotificationDueAfterThePause() {
        Alert alert = tell("commit", CHAT);
        Claim first = onlyClaim();
        storage.outbox().postpone(first, Duration.ZERO);

        assertThat(onlyClaim().notification()).isEqualTo(first.notification());
        assertThat(storage.outboxReader().attempts(alert.id())).isEmpty();
    }

    @Test
    void postpone_letsANotificationWaitForThePause() {
        tell("commit", CHAT);
        storage.outbox().postpone(onlyClaim(), LONG);

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.PENDING, 1L);
        assertThat(claimed()).isEmpty();
    }

    @Test
    void postpone_leavesTheNotificationToWhoeverHasClaimedItSince() {
        tell("commit", CHAT);
        Claim late = claimWithoutLease();
        onlyClaim();

        storage.outbox().postpone(late, Duration.ZERO);

        assertThat(claimed()).isEmpty();
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.SENDING, 1L);
    }

    @Test
    void untilNextDue_isADayWhenThereIsNone() {
        tell("commit", CHAT);
        settle(onlyClaim(), new Next.Delivered());

        assertThat(storage.outbox().untilNextDue(Set.of())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void untilNextDue_isZeroWhenOneIsDue() {
        tell("commit", CHAT);

        assertThat(storage.outbox().untilNextDue(Set.of())).isZero();
    }

    @Test
    void untilNextDue_isWhatIsLeftOfThePause() {
        tell("commit", CHAT);
        settle(onlyClaim(), new Next.Again(LONG));

        assertThat(storage.outbox().untilNextDue(Set.of())).isBetween(ALMOST_LONG, LONG);
    }

    @Test
    void untilNextDue_isWhatIsLeftOfTheLease() {
        tell("commit", CHAT);
        storage.outbox().claim(1, LONG, Set.of());

        assertThat(storage.outbox().untilNextDue(Set.of())).isBetween(ALMOST_LONG, LONG);
    }

    @Test
    void untilNextDue_doesNotCountWhatIsHeldBack() {
        tell("commit", CHAT);
        tell("commit", CHAT);
        settle(onlyClaim(), new Next.Again(LONG));

        assertThat(storage.outbox().untilNextDue(Set.of())).isBetween(ALMOST_LONG, LONG);
    }

    @Test
    void claim_tellsWhatWasNotedAboutItselfAtTheNextAttempt() {
        tell("commit", CHAT);
        settleNoting(onlyClaim(), "half of them", new Next.Again(Duration.ZERO));

        assertThat(onlyClaim().notification().memo()).isEqualTo("half of them");
    }

    @Test
    void claim_tellsWhatWasNotedLastInTheConversationAtTheNextMessage() {
        tell("commit", CHAT);
        settleNoting(onlyClaim(), "thread 1", new Next.Delivered());
        tell("commit", CHAT);
        settleNoting(onlyClaim(), "thread 2", new Next.Delivered());
        tell("commit", CHAT);

        assertThat(onlyClaim().notification().memo()).isEqualTo("thread 2");
    }

    @Test
    void claim_tellsNothingOfWhatWasNotedForAnotherAlertOrDestination() {
        tell("commit", CHAT);
        settleNoting(onlyClaim(), "thread 1", new Next.Delivered());
        tell("commit", MAIL);
        tell("merge", CHAT);

        assertThat(claimed())
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.notification().memo()).isNull());
    }

    @Test
    void settle_letsTheWholeDestinationRest() {
        tell("commit", CHAT);
        tell("merge", CHAT, MAIL);
        Claim first = storage.outbox().claim(1, LONG, Set.of()).get(0);

        storage.outbox().settle(new Settlement(first, throttled(minute(5)), new Next.Again(Duration.ZERO), LONG));

        assertThat(claimed())
                .extracting(claim -> claim.notification().notice().destination())
                .containsExactly(MAIL);
        assertThat(storage.outbox().untilNextDue(Set.of(MAIL.name()))).isBetween(ALMOST_LONG, LONG);
    }

    @Test
    void settle_takesSeveralAtOnce() {
        tell("commit", CHAT);
        tell("merge", CHAT);
        List<Claim> claims = claimed();

        storage.outbox()
                .settle(List.of(
                        new Settlement(claims.get(0), delivered(minute(5)), new Next.Delivered()),
                        new Settlement(claims.get(1), throttled(minute(5)), new Next.Dead())));

        assertThat(storage.outboxReader().depth())
                .containsEntry(DeliveryStatus.DELIVERED, 1L)
                .containsEntry(DeliveryStatus.FAILED, 1L);
    }

    @Test
    void claimOneEach_claimsTheFirstOfEachDestination_andNoneBeforeTheGapIsOver() {
        Map<String, Duration> gaps = Map.of(CHAT.name(), LONG, MAIL.name(), Duration.ofMillis(1));
        tell("commit", CHAT, MAIL);
        tell("merge", CHAT, MAIL);

        List<Claim> first = storage.outbox().claimOneEach(gaps, LONG);
        first.forEach(claim -> settle(claim, new Next.Delivered()));

        assertThat(first)
                .extracting(claim -> claim.notification().notice().destination())
                .containsExactlyInAnyOrder(CHAT, MAIL);
        assertThat(storage.outbox().claimOneEach(Map.of(CHAT.name(), LONG), LONG))
                .isEmpty();
    }

    @Test
    void claimOneEach_claimsNothingWhileSomethingIsBeingSentThere() {
        tell("commit", CHAT);
        tell("merge", CHAT);
        storage.outbox().claim(1, LONG, Set.of());

        assertThat(storage.outbox().claimOneEach(Map.of(CHAT.name(), Duration.ZERO), LONG))
                .isEmpty();
    }

    @Test
    void claimOneEach_startsNoGapWhenNothingIsDue() {
        Map<String, Duration> gaps = Map.of(CHAT.name(), LONG);
        storage.outbox().claimOneEach(gaps, LONG);
        tell("commit", CHAT);

        assertThat(storage.outbox().claimOneEach(gaps, LONG)).hasSize(1);
    }

    @Test
    void merge_putsOneDigestInPlaceOfWhatWaits() {
        tell("commit", CHAT, MAIL);
        tell("merge", CHAT);

        assertThat(storage.outbox().merge(CHAT.name(), 2, OutboxContract::digest))
                .isEqualTo(2);

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.MERGED, 2L);
        assertThat(claimed())
                .extracting(claim -> claim.notification().notice().kind())
                .containsExactly(Notice.Kind.FIRING, Notice.Kind.DIGEST);
    }

    @Test
    void merge_changesNothingWhenFewerWait() {
        tell("commit", CHAT);
        tell("merge", CHAT);
        storage.outbox().claim(1, LONG, Set.of());

        assertThat(storage.outbox().merge(CHAT.name(), 2, OutboxContract::digest))
                .isZero();
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.MERGED, 0L);
    }

    @Test
    void merge_leavesOutWhatFollowsAMessageThatIsBeingSent() {
        tell("commit", CHAT);
        storage.outbox().claim(1, LONG, Set.of());
        tell("commit", CHAT);
        tell("merge", CHAT);
        tell("revert", CHAT);

        assertThat(storage.outbox().merge(CHAT.name(), 2, OutboxContract::digest))
                .isEqualTo(2);
    }

    @Test
    void merge_holdsBackWhatComesLater_untilTheDigestIsDelivered() {
        tell("commit", CHAT);
        storage.outbox().merge(CHAT.name(), 1, OutboxContract::digest);
        tell("commit", CHAT);

        Claim digest = onlyClaim();
        settle(digest, new Next.Delivered());

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 2L);
        assertThat(onlyClaim().notification().notice().kind()).isEqualTo(Notice.Kind.FIRING);
    }

    @Test
    void merge_givesUpAllWithTheDigest_andReplayBringsAllBack() {
        tell("commit", CHAT);
        storage.outbox().merge(CHAT.name(), 1, OutboxContract::digest);
        Claim digest = onlyClaim();

        settle(digest, new Next.Dead());
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.FAILED, 2L);

        assertThat(storage.deadLetters().replayAll(CHAT.name(), entry(Verb.REPLAYED)))
                .isOne();
        settle(onlyClaim(), new Next.Delivered());
        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 2L);
    }

    @Test
    void replay_sendsADeadLetterAgain_withAnEntry() {
        tell("commit", CHAT);
        Claim dead = onlyClaim();
        settle(dead, new Next.Dead());
        AuditEntry entry = entry(Verb.REPLAYED);

        assertThat(storage.deadLetters().replay(dead.notification().id(), entry))
                .isTrue();

        assertThat(onlyClaim().notification().attempts()).isZero();
        assertThat(storage.auditReader().latest(AuditReader.Which.ALL, 10)).containsExactly(entry);
    }

    @Test
    void replay_changesNothingButDeadLetters() {
        tell("commit", CHAT);
        Claim delivered = onlyClaim();
        settle(delivered, new Next.Delivered());

        assertThat(storage.deadLetters().replay(delivered.notification().id(), entry(Verb.REPLAYED)))
                .isFalse();
        assertThat(storage.auditReader().latest(AuditReader.Which.ALL, 10)).isEmpty();
    }

    @Test
    void drop_givesADeadLetterUp() {
        tell("commit", CHAT);
        Claim dead = onlyClaim();
        settle(dead, new Next.Dead());

        assertThat(storage.deadLetters().drop(dead.notification().id(), entry(Verb.DROPPED)))
                .isTrue();

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DROPPED, 1L);
        assertThat(storage.deadLetters().drop(dead.notification().id(), entry(Verb.DROPPED)))
                .isFalse();
    }

    @Test
    void forget_deletesWhatWasDelivered_andKeepsDeadLetters() {
        tell("commit", CHAT);
        tell("merge", CHAT);
        List<Claim> claims = claimed();
        settle(claims.get(0), new Next.Delivered());
        settle(claims.get(1), new Next.Dead());

        assertThat(storage.outbox().forget(LONG, 10)).isZero();
        assertThat(storage.outbox().forget(LONG.negated(), 10)).isOne();

        assertThat(storage.outboxReader().depth())
                .containsEntry(DeliveryStatus.DELIVERED, 0L)
                .containsEntry(DeliveryStatus.FAILED, 1L);
    }

    private static Notice digest(List<Notice> waiting) {
        return Digest.of("digest 1", waiting, minute(6));
    }

    private static AuditEntry entry(Verb verb) {
        return new AuditEntry(minute(7), "ada", new Deed(verb, "delivery", CHAT.name()), null, null);
    }

    private void settleNoting(Claim claim, String memo, Next next) {
        Attempt attempt = new Attempt(
                minute(5),
                Duration.ofMillis(1),
                Attempt.Outcome.DELIVERED,
                new Attempt.Answer("ok", "taken", 200, null, memo));
        storage.outbox().settle(new Settlement(claim, attempt, next));
    }

    private Alert tell(String operation, Destination... destinations) {
        return storage.alerts().change(slow(operation), seenAndTold(sighting(slow(operation), RECENTLY), destinations));
    }

    private List<Claim> claimed() {
        return storage.outbox().claim(10, LONG, Set.of());
    }

    private Claim onlyClaim() {
        List<Claim> claimed = claimed();
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private Claim claimWithoutLease() {
        return storage.outbox().claim(1, Duration.ZERO, Set.of()).get(0);
    }

    private void settle(Claim claim, Next next) {
        storage.outbox().settle(new Settlement(claim, delivered(minute(5)), next));
    }
}
