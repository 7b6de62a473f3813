package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.notification.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps alerts. What becomes of a condition is decided by one caller at a time, on any number of nodes; the alert and
 * the notices about it are stored together or not at all.
 */
public interface AlertLedger {
    /**
     * Lets {@code judgement} decide about a condition, and stores what it decided.
     *
     * <p>While it decides, nobody else changes an alert of this fingerprint. Notices go to the outbox, in their order,
     * and {@link Topic#OUTBOX} is announced when there are any. When the judgement throws, nothing is stored and the
     * exception is passed on.
     *
     * @return the alert as stored
     * @throws StorageException when nothing was stored, or when nobody knows because the storage was lost in the middle of
     *     a commit: who asks again may then count the same sightings, and send notices about them, a second time
     */
    Alert change(Fingerprint fingerprint, Judgement judgement);

    /** What becomes of a condition. Runs inside the storage's transaction: it must not wait for anything. */
    @FunctionalInterface
    interface Judgement {
        /**
         * Decides.
         *
         * @param standing the alert about the condition that is not resolved, if there is one
         * @param freshId numbers a new alert
         */
        Decision decide(Optional<Alert> standing, LongSupplier freshId);
    }

    /**
     * What was decided.
     *
     * @param alert the alert as it is now
     * @param notices what is sent about it, in order; may be empty
     */
    record Decision(Alert alert, List<Notice> notices) {
        public Decision {
            requireNonNull(alert, "alert");
            notices = List.copyOf(notices);
        }
    }
}
