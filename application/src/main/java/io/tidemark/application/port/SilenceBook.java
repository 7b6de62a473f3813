package io.tidemark.application.port;

import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps silences, those that ended for {@value #KEPT_DAYS} days. Each change is kept together with its
 * entry in the audit, and announces {@link Topic#SILENCES}. Safe for several threads and nodes.
 */
public interface SilenceBook {
    int KEPT_DAYS = 90;

    /**
     * Files a silence. The same may be filed twice, under two numbers.
     *
     * @return it with its number; instants are kept to the microsecond
     * @throws StorageException when nothing was changed
     */
    FiledSilence add(Silence silence, Instant at);

    /**
     * Ends a silence early. One that is over stays as it is, and announces nothing.
     *
     * @return it as it is now; empty when there is none of that number
     * @throws StorageException when nothing was changed
     */
    Optional<FiledSilence> expire(long id, Instant at, String by);

    /** Those that have not ended by an instant, also those to come: what ends first comes first; empty when there are none. */
    List<FiledSilence> notEndedBy(Instant instant);

    /**
     * Those filed last, the most recent first, also those that ended.
     *
     * @param limit how many at most, at least one
     */
    default List<FiledSilence> latest(int limit) {
        return latest(Numbered.BEYOND, limit);
    }

    /** The same, of those with a lower number than {@code before}. */
    List<FiledSilence> latest(long before, int limit);
}
