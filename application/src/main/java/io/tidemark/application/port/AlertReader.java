package io.tidemark.application.port;

import io.tidemark.domain.alert.Alert;
import java.util.List;
import java.util.Optional;

/** Tells which alerts there are, and what became of their notifications. */
public interface AlertReader {
    /**
     * The alerts seen last, the most recent first; of those seen at the same instant the youngest first.
     *
     * @param which whether to leave out resolved ones
     * @param limit how many at most, at least one
     */
    List<AlertReport> latest(Which which, int limit);

    /** The alert of that number; empty when there is none, or none any more. */
    Optional<AlertReport> find(long id);

    /** Which alerts are meant. */
    enum Which {
        /** Open and acknowledged ones. */
        UNRESOLVED,
        ALL
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
