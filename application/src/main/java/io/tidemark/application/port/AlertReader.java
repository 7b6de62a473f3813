package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which alerts there are, and what became of their notifications. */
public interface AlertReader {
    /**
     * The alerts seen last, the most recent first; of those seen at the same instant the youngest first.
     *
     * @param which whether to leave out resolved ones
     * @param limit how many at most, at least one
     */
    default List<AlertReport> latest(Which which, int limit) {
        return latest(Filter.of(which), null, limit);
    }

    /**
     * The alerts that fit, in the same order. One that is seen again moves to the front, and so is not told twice to
     * whoever goes on from a place.
     *
     * @param filter which are meant
     * @param after the place of the last one that is known; null from the first one on
     * @param limit how many at most, at least one
     */
    List<AlertReport> latest(Filter filter, @Nullable Place after, int limit);

    /** The alert of that number; empty when there is none, or none any more. */
    Optional<AlertReport> find(long id);

    /** Which alerts are meant, by their state. */
    enum Which {
        /** Those that nobody looks after yet. */
        OPEN,
        ACKNOWLEDGED,
        /** Open and acknowledged ones. */
        UNRESOLVED,
        RESOLVED,
        ALL
    }

    /**
     * Which alerts are meant.
     *
     * @param which by their state
     * @param severity those of this severity, or null for all
     * @param type those of this type, or null for all
     * @param subject those about this operation or other subject, or null for all
     */
    record Filter(
            Which which,
            @Nullable Severity severity,
            @Nullable AlertType type,
            @Nullable String subject) {
        public Filter {
            requireNonNull(which, "which");
        }

        public static Filter of(Which which) {
            return new Filter(which, null, null, null);
        }
    }

    /** Where an alert stands in the order. */
    record Place(Instant lastSeen, long id) {
        public Place {
            requireNonNull(lastSeen, "lastSeen");
        }

        public static Place of(Alert alert) {
            return new Place(alert.recurrence().lastSeen(), alert.id());
        }
    }

    /**
     * An alert with what became of its notifications.
     *
     * @param alert the alert
     * @param told its notifications, oldest first
     */
    record AlertReport(Alert alert, List<Told> told) {
        public AlertReport {
            told = List.copyOf(told);
        }
    }

    /**
     * What became of one notification.
     *
     * @param destination whom it goes to
     * @param status where it is
     * @param attempts how often it was tried
     */
    record Told(String destination, DeliveryStatus status, int attempts) {}
}
