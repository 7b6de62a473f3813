package io.tidemark.application.port;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertLedger.Judgement;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract tests put into a storage. */
public final class StorageFixture {
    /**
     * Between 30 and 40 minutes ago, where a step of ten minutes begins: far enough from now for what a test adds to it
     * to lie in the past, near enough for every storage to keep it minute by minute.
     */
    public static final Instant RECENTLY = recently(Clock.systemUTC());

    /** Somebody says something. */
    public static final Signature ADA = new Signature("ada", RECENTLY);

    public static final Destination CHAT = new Destination("ops-chat", "slack");
    public static final Destination MAIL = new Destination("ops-mail", "email");

    private static final Why WHY = new Why(
            Why.Test.ROBUST_Z,
            new Why.Band(900.5, 1_100),
            new Why.Basis("the last 24 hours", 1_200, 1_000.5, 1.25),
            new Why.Score(4.25, 3),
            new Why.Effect(320, 3_200),
            List.of(1_000.0, 990.5, 4_200.0));

    private StorageFixture() {}

    public static Instant minute(int afterRecently) {
        return RECENTLY.plus(afterRecently, ChronoUnit.MINUTES);
    }

    public static Timing timing(String operation, long micros, Instant start) {
        return timing(operation, micros, start, Context.of("ada"));
    }

    public static Timing timing(String operation, long micros, Instant start, Context context) {
        return new Timing(operation, micros, start.plus(micros, ChronoUnit.MICROS), context);
    }

    public static Baseline baseline(Scope scope, double p99Micros) {
        Distribution normal = new Distribution(
                1_000,
                80,
                9_000_000,
                new Distribution.Moments(120.25, 31.5),
                new Percentiles(100, 110.5, p99Micros / 2, p99Micros / 1.5, p99Micros));
        BaselineOrigin origin = new BaselineOrigin(BaselineOrigin.Reason.MANUAL, "ada", RECENTLY);
        return new Baseline(scope, Duration.ofDays(7), normal, 2.5, origin);
    }

    public static Fingerprint slow(String operation) {
        return new Fingerprint(AlertType.THRESHOLD_EXCEEDED, operation, null);
    }

    public static Sighting sighting(Fingerprint fingerprint, Instant at) {
        Evidence evidence = new Evidence(new Figures(4_200, 1_000.5, 4.25), 7L, "ada", WHY, List.of("commit", "merge"))
                .withMetadata(Map.of("tenant", "acme"));
        return new Sighting(fingerprint, Severity.WARNING, evidence, at);
    }

    /** A condition is seen: its alert is raised or counted on, and nobody is told. */
    public static Judgement seen(Sighting sighting) {
        return (latest, freshId) -> new Decision(raisedOrCounted(latest.orElse(null), freshId, sighting), List.of());
    }

    /** A condition is seen, and each destination is told, in this order. */
    public static Judgement seenAndTold(Sighting sighting, Destination... destinations) {
        return (latest, freshId) -> {
            Alert alert = raisedOrCounted(latest.orElse(null), freshId, sighting);
            return new Decision(
                    alert,
                    Stream.of(destinations)
                            .map(destination -> notice(alert, destination, "slow"))
                            .toList());
        };
    }

    public static Notice notice(Alert alert, Destination destination, String title) {
        Content content = Content.of(
                title,
                "commit took 4.2 ms",
                List.of(new Content.Fact("p99", "1 ms"), new Content.Fact("actual", "4.2 ms")));
        return new Notice(
                Conversation.about(alert.id(), alert.fingerprint()),
                Notice.Kind.FIRING,
                alert.severity(),
                destination,
                content,
                alert.recurrence().lastSeen());
    }

    public static Attempt delivered(Instant at) {
        return new Attempt(
                at,
                Duration.ofMillis(120),
                Attempt.Outcome.DELIVERED,
                new Attempt.Answer("ok", "taken", 200, null, null));
    }

    public static Attempt throttled(Instant at) {
        return new Attempt(
                at,
                Duration.ofMillis(80),
                Attempt.Outcome.RETRY_LATER,
                new Attempt.Answer("http_429", "too many requests", 429, Duration.ofSeconds(30), null));
    }

    public static Attempt unanswered(Instant at) {
        return new Attempt(
                at,
                Duration.ofSeconds(10),
                Attempt.Outcome.RETRY_LATER,
                new Attempt.Answer("timeout", "no answer within 10 s", null, null, null));
    }

    private static Alert raisedOrCounted(@Nullable Alert latest, LongSupplier freshId, Sighting sighting) {
        return latest == null || latest.state().isOver()
                ? Alert.raise(freshId.getAsLong(), sighting)
                : latest.seenAgain(sighting);
    }

    private static Instant recently(Clock clock) {
        long halfAnHourAgo = clock.instant().minus(30, ChronoUnit.MINUTES).getEpochSecond();
        return Instant.ofEpochSecond(halfAnHourAgo - halfAnHourAgo % 600);
    }
}
