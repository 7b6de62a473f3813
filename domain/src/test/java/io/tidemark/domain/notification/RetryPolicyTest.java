package io.tidemark.domain.notification;

import static io.tidemark.domain.notification.NotificationFixture.anAttempt;
import static io.tidemark.domain.notification.NotificationFixture.askedToWait;
import static io.tidemark.domain.notification.NotificationFixture.triedBefore;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.notification.Attempt.Answer;
import io.tidemark.domain.notification.Attempt.Outcome;
import io.tidemark.domain.notification.Next.Again;
import io.tidemark.domain.notification.Next.Dead;
import io.tidemark.domain.notification.Next.Delivered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryPolicyTest {
    private static final RetryPolicy POLICY = RetryPolicy.DEFAULT;
    private static final Instant DEADLINE = NOON.plus(Duration.ofHours(24));

    @Test
    void after_aDeliveryNothingFollows() {
        assertThat(POLICY.after(triedBefore(0), anAttempt(Outcome.DELIVERED), 1))
                .isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "3, 8", "4, 16", "5, 30", "6, 30", "1000, 30", "2147483647, 30"})
    void after_pausesDoubleUpToTheLongest(int attemptsBefore, long minutes) {
        assertThat(POLICY.after(triedBefore(attemptsBefore), anAttempt(Outcome.RETRY_LATER), 1))
                .isEqualTo(new Again(Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @CsvSource({"P200D", "P365D", "P20000D"})
    void after_manyAttemptsALongFirstPauseDoesNotOverflow(Duration firstPause) {
        RetryPolicy patient = new RetryPolicy(firstPause, firstPause.multipliedBy(3), Duration.ofDays(100_000), 3);
        for (int attempts = 2; attempts < 100; attempts++) {
            assertThat(patient.after(triedBefore(attempts), anAttempt(Outcome.RETRY_LATER), 1))
                    .as("after %d attempts", attempts)
                    .isEqualTo(new Again(firstPause.multipliedBy(3)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 60", "0.5, 120", "1, 240"})
    void after_waitsSomewhereInTheWholePause(double spread, long seconds) {
        assertThat(POLICY.after(triedBefore(2), anAttempt(Outcome.RETRY_LATER), spread))
                .isEqualTo(new Again(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void after_refusesASpreadThatIsNotFromZeroToOne(double spread) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.after(triedBefore(0), anAttempt(Outcome.RETRY_LATER), spread))
                .withMessage("spread %s must be from 0 to 1", spread);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1M", "PT-5S, PT1M", "PT50S, PT1M", "PT60S, PT66S", "PT15M, PT16M30S", "PT2H, PT16M30S"})
    void after_waitsAsLongAsTheReceiverAsks_andATenthMore_withinABound(Duration asked, Duration pause) {
        assertThat(POLICY.after(triedBefore(0), askedToWait(asked), 1)).isEqualTo(new Again(pause));
    }

    @Test
    void after_neverComesSoonerThanTheReceiverAsksWhateverTheSpread() {
        Duration asked = Duration.ofSeconds(30);
        assertThat(POLICY.after(triedBefore(0), askedToWait(asked), 0)).isEqualTo(new Again(asked));
    }

    @ParameterizedTest
    @ValueSource(longs = {901, 99_999_999_999_999_999L, Long.MAX_VALUE})
    void rest_isBounded(long seconds) {
        assertThat(POLICY.rest(askedToWait(Duration.ofSeconds(seconds)), 0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void rest_isNoneWhenNobodyAsked() {
        assertThat(POLICY.rest(anAttempt(Outcome.RETRY_LATER), 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void after_aMessageThatCannotBeRead_itIsTriedOnceMore(int status) {
        Answer answer = new Answer("http_" + status, "unreadable", status, null, null);
        Attempt refused = new Attempt(DEADLINE.minus(Duration.ofHours(1)), Duration.ZERO, Outcome.REFUSED, answer);
        assertThat(POLICY.after(triedBefore(0), refused, 1)).isInstanceOf(Again.class);
        assertThat(POLICY.after(triedBefore(1), refused, 1)).isEqualTo(new Dead());
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRY_LATER", "CHANNEL_DOWN"})
    void after_triesUntilExactlyTheDeadline(Outcome outcome) {
        Instant lastChance = DEADLINE.minus(Duration.ofMinutes(1));
        assertThat(POLICY.after(triedBefore(0), anAttempt(outcome, lastChance), 1))
                .isEqualTo(new Again(Duration.ofMinutes(1)));
        assertThat(POLICY.after(triedBefore(0), anAttempt(outcome, lastChance.plusMillis(1)), 1))
                .isEqualTo(new Dead());
    }

    @Test
    void after_countsTheTimeTheAttemptTookTowardsTheDeadline() {
        Answer answer = new Answer("timeout", "no answer", null, null, null);
        Instant at = DEADLINE.minus(Duration.ofMinutes(1));
        Attempt slow = new Attempt(at, Duration.ofSeconds(10), Outcome.RETRY_LATER, answer);
        assertThat(POLICY.after(triedBefore(0), slow, 1)).isEqualTo(new Dead());
    }

    @Test
    void after_theLastRefusalAllowedItGivesUp() {
        Attempt refused = anAttempt(Outcome.REFUSED);
        assertThat(POLICY.after(triedBefore(0), refused, 1)).isEqualTo(new Again(Duration.ofMinutes(1)));
        assertThat(POLICY.after(triedBefore(1), refused, 1)).isEqualTo(new Again(Duration.ofMinutes(2)));
        assertThat(POLICY.after(triedBefore(2), refused, 1)).isEqualTo(new Dead());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1M", "PT-1S, PT1M", "PT0.0005S, PT1M", "PT2M, PT1M"})
    void policy_refusesAFirstPauseTooShortOrTooLong(Duration first, Duration longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(first, longest, Duration.ofHours(1), 3))
                .withMessage("firstPause %s must be at least 1 ms and not exceed maxPause %s", first, longest);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, 3", "PT1H, 0"})
    void policy_refusesANegativeDeadlineAndNoRefusals(Duration deadline, int maxRefusals) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(1), deadline, maxRefusals))
                .withMessage(
                        "deadline %s must not be negative, maxRefusals %d must be at least 1", deadline, maxRefusals);
    }
}
