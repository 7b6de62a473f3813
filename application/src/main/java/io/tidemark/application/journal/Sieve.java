package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores what is good of a batch: one that is refused is cut in half, and its halves again, until the timings that are
 * refused stand alone. One in a thousand costs some twenty appends. For one thread at a time.
 */
public final class Sieve implements Outlet {
    /** So many refusals without a timing that is stored, and one of the last timing: then it is not for the timings. */
    private static final int ENOUGH_IN_VAIN = 64;

    private final TimingLog log;
    private final Deque<TimingBatch> pieces = new ArrayDeque<>();
    private @Nullable BatchId current;
    private int inVain;

    public Sieve(TimingLog log) {
        this.log = log;
    }

    /**
     * Stores what is good of a batch.
     *
     * @throws StorageException when the storage is away: passing. The same batch, handed in again, goes on where it
     *     stopped: one that was cut is never tried as a whole again, as parts of it are stored.
     */
    @Override
    public void append(TimingBatch batch, Outcomes outcomes) {
        if (!batch.id().equals(current)) {
            current = batch.id();
            inVain = 0;
            pieces.clear();
            pieces.add(batch);
        }
        while (!pieces.isEmpty()) {
            settle(pieces.removeFirst(), outcomes);
        }
        current = null;
    }

    private void settle(TimingBatch piece, Outcomes outcomes) {
        try {
            log.append(piece);
        } catch (RuntimeException e) {
            if (e instanceof StorageException away && away.isPassing()) {
                pieces.addFirst(piece);
                throw away;
            }
            refused(piece, e, outcomes);
            return;
        }
        inVain = Integer.MIN_VALUE;
        outcomes.stored(piece.timings());
    }

    private void refused(TimingBatch piece, RuntimeException why, Outcomes outcomes) {
        if (piece.size() > 1) {
            int middle = piece.size() / 2;
            pieces.addFirst(piece.part(middle, piece.size()));
            pieces.addFirst(piece.part(0, middle));
        } else {
            outcomes.refused(piece.timings(), why);
        }
        inVain++;
        if (inVain == ENOUGH_IN_VAIN) {
            lastFirst();
        } else if (inVain > ENOUGH_IN_VAIN) {
            giveUp(why, outcomes);
        }
    }

    /** A run of bad timings may have good ones behind it. */
    private void lastFirst() {
        TimingBatch last = pieces.removeLast();
        int end = last.size() - 1;
        if (end > 0) {
            pieces.addLast(last.part(0, end));
        }
        pieces.addFirst(last.part(end, end + 1));
    }

    private void giveUp(RuntimeException why, Outcomes outcomes) {
        List<Timing> rest = new ArrayList<>();
        pieces.forEach(piece -> rest.addAll(piece.timings()));
        pieces.clear();
        outcomes.refused(rest, why);
    }
}
