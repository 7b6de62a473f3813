package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps the groups of alerts that are told together, and what was told of them. Alerts join with the change that is stored
 * about them ({@link AlertLedger}); while a group is decided about, none joins it. Safe for several threads and nodes.
 */
public interface GroupBook {
    /**
     * Lets {@code judgement} decide about a group whose turn has come, the one that waits longest, and stores what it
     * decided: the group, its next turn and its notices, together or not at all. Announces {@link Topic#OUTBOX} when there
     * are notices. A group that is afterwards without members is gone; alerts of that kind then begin another one.
     *
     * @return whether there was one; those that somebody else decides about are passed over
     * @throws StorageException when nothing was stored, or nobody knows
     */
    boolean turn(Instant now, Judgement judgement);

    /** The groups that there are, with their alerts as they are now, the oldest first. */
    List<AlertGroup> groups();

    /** What a group says. Runs inside the storage's transaction: it must not wait for anything. */
    @FunctionalInterface
    interface Judgement {
        Said decide(AlertGroup group);
    }

    /**
     * What a group has said.
     *
     * @param after the group afterwards
     * @param nextTurn when it is its turn again
     * @param notices what is sent, in order; may be empty
     * @param about the numbers of the alerts that the notices are about
     */
    record Said(AlertGroup after, Instant nextTurn, List<Notice> notices, Set<Long> about) {
        public Said {
            requireNonNull(after, "after");
            requireNonNull(nextTurn, "nextTurn");
            notices = List.copyOf(notices);
            about = Set.copyOf(about);
        }
    }
}
