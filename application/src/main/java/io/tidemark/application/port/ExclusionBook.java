package io.tidemark.application.port;

import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Remark;
import java.util.List;
import java.util.Optional;

/** Keeps what people took out of what is normal. An alert is answered at most once. Safe for several threads. */
public interface ExclusionBook {
    /**
     * Adds an exclusion.
     *
     * @return it with its number; of one that answers an alert which was answered before, the one from then
     * @throws StorageException when nothing was changed
     */
    Numbered add(Exclusion exclusion);

    /**
     * Lifts an exclusion: what was timed in it counts again.
     *
     * @return what was lifted; empty when there is none of that number, or it was lifted before
     * @throws StorageException when nothing was changed
     */
    Optional<Numbered> lift(long id, Remark remark);

    /** Those that are not lifted, by their number; empty when there are none. */
    List<Numbered> standing();
}
