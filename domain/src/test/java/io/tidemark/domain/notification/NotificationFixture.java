package io.tidemark.domain.notification;

import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Attempt.Answer;
import io.tidemark.domain.notification.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A message about slow commits to the team's chat, decided at noon. */
public final class NotificationFixture {
    public static final Destination TEAM_CHAT = new Destination("team-chat", "slack");

    private NotificationFixture() {}

    public static Notice aNotice() {
        Content content = Content.of("commit is slow", "It takes three times as long as usual.", List.of());
        return new Notice(
                Conversation.about(1, new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", null)),
                Notice.Kind.FIRING,
                Severity.WARNING,
                TEAM_CHAT,
                content,
                NOON);
    }

    public static Notification triedBefore(int attempts) {
        return new Notification(42, aNotice(), attempts, null);
    }

    /** An attempt at noon that took no time. */
    public static Attempt anAttempt(Outcome outcome) {
        return anAttempt(outcome, NOON);
    }

    public static Attempt anAttempt(Outcome outcome, Instant at) {
        return new Attempt(at, Duration.ZERO, outcome, new Answer("http_500", "it is broken", 500, null, null));
    }

    /** An attempt at noon whose receiver asked to be left alone for a while. */
    public static Attempt askedToWait(Duration retryAfter) {
        Answer answer = new Answer("http_429", "too many requests", 429, retryAfter, null);
        return new Attempt(NOON, Duration.ZERO, Outcome.RETRY_LATER, answer);
    }
}
