package io.tidemark.domain.alert;

import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a condition is gone. It must not have been seen for a time, and what ran in that time must lie clearly below what
 * raised the alert: below a limit of its own, between what is normal and what fires, so that a value that swings around
 * the one limit makes one alert, not many. When nothing ran at all, it takes longer.
 *
 * <table>
 *   <caption>What "gone" means</caption>
 *   <tr><td>THRESHOLD_EXCEEDED</td><td>no run broke the threshold for 5 minutes, and their p99 is below the limit</td></tr>
 *   <tr><td>ANOMALY</td><td>none was found for 15 minutes, and the mean (of a stream) or p99 is below the limit</td></tr>
 *   <tr><td>DEGRADATION</td><td>the watch that looks every six hours did not find it again, and the mean (of a level) or
 *       p99 of 7 hours is below the limit</td></tr>
 *   <tr><td>CORRELATED_DEGRADATION</td><td>the watch that looks every 15 minutes did not find the group for an hour</td></tr>
 *   <tr><td>HEALTH</td><td>no check found it for 15 minutes</td></tr>
 *   <tr><td>CHANNEL_DOWN, BASELINE_APPROVAL, SYSTEM</td><td>whoever raised it says that it is over</td></tr>
 * </table>
 *
 * @param patience how long each type must be gone; a type without is never found to be over
 * @param share where the limit lies, from 0 (what is normal) to 1 (what fires)
 */
public record RecoveryPolicy(Map<AlertType, Patience> patience, double share) {
    /** As the table says, below nine tenths of the way from normal to what fires. */
    public static final RecoveryPolicy DEFAULT = new RecoveryPolicy(
            Map.of(
                    AlertType.THRESHOLD_EXCEEDED, new Patience(Duration.ofMinutes(5), Duration.ofMinutes(30)),
                    AlertType.ANOMALY, new Patience(Duration.ofMinutes(15), Duration.ofHours(1)),
                    AlertType.DEGRADATION, new Patience(Duration.ofHours(7), Duration.ofDays(1)),
                    AlertType.CORRELATED_DEGRADATION, new Patience(Duration.ofHours(1), Duration.ofHours(1)),
                    AlertType.HEALTH, new Patience(Duration.ofMinutes(15), Duration.ofMinutes(15))),
            0.9);

    /**
     * How long a condition must be gone.
     *
     * @param quiet since it was last seen, when runs show that it is gone; at least a minute
     * @param idle since it was last seen, when nothing ran; no shorter
     */
    public record Patience(Duration quiet, Duration idle) {
        public Patience {
            if (quiet.compareTo(Duration.ofMinutes(1)) < 0 || idle.compareTo(quiet) < 0) {
                throw new IllegalArgumentException(
                        "quiet %s must be at least a minute, and idle %s no shorter than that".formatted(quiet, idle));
            }
        }
    }

    /**
     * What ran lately.
     *
     * @param runs how many runs there were
     * @param p99Micros their p99; anything without runs
     * @param meanMicros their mean; anything without runs
     */
    public record Recent(long runs, double p99Micros, double meanMicros) {
        public static final Recent NOTHING = new Recent(0, 0, 0);
    }

    public RecoveryPolicy {
        patience = patience.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(patience));
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share %s must be from 0 to 1".formatted(share));
        }
    }

    /** When it may be found to be over, at the earliest; empty when never. */
    public Optional<Instant> notBefore(Alert alert, Instant now) {
        return Optional.ofNullable(patience.get(alert.fingerprint().type()))
                .map(waited -> lastSign(alert, now).plus(waited.quiet()));
    }

    /** Which runs tell whether it is over; empty when that is not the question, or it is too early to ask. */
    public Optional<TimeRange> asked(Alert alert, Instant now) {
        Patience waited = patience.get(alert.fingerprint().type());
        boolean inTime =
                notBefore(alert, now).filter(from -> !now.isBefore(from)).isPresent();
        if (waited == null || !inTime || limit(alert) == null) {
            return Optional.empty();
        }
        // Whole minutes, as runs are counted by; the one in which it was last seen does not count.
        Instant to = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Instant from = to.minus(waited.quiet());
        Instant seen =
                alert.recurrence().lastSeen().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return Optional.of(new TimeRange(seen.isAfter(from) && seen.isBefore(to) ? seen : from, to));
    }

    /** That it is over, when it is. */
    public Optional<Resolved> judge(Alert alert, Recent recent, Instant now) {
        Patience waited = patience.get(alert.fingerprint().type());
        if (waited == null || alert.state().isOver()) {
            return Optional.empty();
        }
        Duration gone = Duration.between(lastSign(alert, now), now);
        Double limit = limit(alert);
        if (gone.compareTo(waited.quiet()) < 0) {
            return Optional.empty();
        }
        if (limit == null) {
            return Optional.of(new Resolved(now));
        }
        if (recent.runs() == 0) {
            return gone.compareTo(waited.idle()) < 0 ? Optional.empty() : Optional.of(new Resolved(now));
        }
        double value = isAboutMeans(alert) ? recent.meanMicros() : recent.p99Micros();
        return value <= limit ? Optional.of(new Resolved(now, null, Math.round(value))) : Optional.empty();
    }

    /** Below what it is over; null for what no duration tells. */
    private @Nullable Double limit(Alert alert) {
        Why why = alert.evidence().why();
        if (why == null || why.test() == Why.Test.CORRELATION || why.test() == Why.Test.BASELINE_CHANGE) {
            return null;
        }
        double fires = why.expected().highMicros();
        double normal = Math.min(why.basis().centreMicros(), fires);
        return normal + share * (fires - normal);
    }

    private static boolean isAboutMeans(Alert alert) {
        Why why = alert.evidence().why();
        return why != null && (why.test() == Why.Test.STREAM || why.test() == Why.Test.CHANGE_POINT);
    }

    /** When it was last seen, or told of what was seen long before; what the future says is not believed. */
    private static Instant lastSign(Alert alert, Instant now) {
        Instant told = alert.telling().lastTold();
        return Stream.of(alert.recurrence().lastSeen(), told == null ? Instant.EPOCH : told)
                .filter(sign -> !sign.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
