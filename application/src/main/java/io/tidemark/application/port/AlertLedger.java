package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.NextLook;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.notification.Gathering;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Lets {@code change} decide about the alert of that number, in all else like {@link #change(Fingerprint, Judgement)}.
     *
     * @return the alert as stored; empty when there is none of that number
     * @throws StorageException as there
     */
    Optional<Alert> change(long id, Change change);

    /**
     * Takes alerts that are to be looked at by {@code now}, those that have waited longest first, and puts off for so long
     * that anybody else takes them: whoever looks changes them within that time, or they are taken again. An instant that
     * lies further ahead than {@link NextLook#LATEST} twice over was set by a clock that ran ahead: those are taken, too.
     *
     * @param limit how many at most, at least one
     * @return the alerts as they are; empty when none is due
     */
    List<Alert> claimDue(Instant now, Duration lease, int limit);

    /**
     * Has the alerts that are kept quiet for one of these reasons, and are not resolved, looked at from an instant on, unless
     * they are looked at earlier: to be called when that reason may be gone.
     *
     * @return how many are looked at earlier than before
     * @throws StorageException when nothing was changed
     */
    int lookAgain(Set<QuietReason> reasons, Instant at);

    /** What becomes of a condition. Runs inside the storage's transaction: it must not wait for anything. */
    @FunctionalInterface
    interface Judgement {
        /**
         * Decides.
         *
         * @param latest the alert about the condition that is not resolved or, when there is none, the last that is
         * @param freshId numbers a new alert
         */
        Decision decide(Optional<Alert> latest, LongSupplier freshId);
    }

    /** What becomes of an alert. Runs inside the storage's transaction: it must not wait for anything. */
    @FunctionalInterface
    interface Change {
        Decision decide(Alert alert);
    }

    /**
     * What was decided.
     *
     * @param alert the alert as it is now
     * @param notices what is sent about it, in order; may be empty
     * @param gathered with which others it is told; each joins a group of {@link GroupBook}, which is begun if need be
     */
    record Decision(Alert alert, List<Notice> notices, List<Gathering> gathered) {
        public Decision {
            requireNonNull(alert, "alert");
            notices = List.copyOf(notices);
            gathered = List.copyOf(gathered);
        }

        /** The same, with the alert changed once more. */
        public Decision with(Alert alert) {
            return new Decision(alert, notices, gathered);
        }

        /** Whether nobody is told, now or later. */
        public boolean isSilent() {
            return notices.isEmpty() && gathered.isEmpty();
        }

        /** Not told together with others. */
        public Decision(Alert alert, List<Notice> notices) {
            this(alert, notices, List.of());
        }
    }
}
