package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.ReferenceBook;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.baseline.Remark;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pins the active baselines, so that a creep shows which the rolling ones follow. */
public final class Pinning {
    private final BaselineReader reader;
    private final ReferenceBook book;
    private final Clock clock;

    Pinning(BaselineReader reader, ReferenceBook book, Clock clock) {
        this.reader = reader;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Pins baselines as they are now.
     *
     * @param name what the reference is called
     * @param operation only those of this operation and its branches; null for all
     * @return what was pinned; empty when there is no such baseline
     */
    public List<Reference> pin(String name, @Nullable String operation, String by) {
        Remark remark = new Remark(by, clock.instant(), null);
        List<Reference> references = reader.active().stream()
                .filter(active -> operation == null
                        || operation.equals(active.baseline().scope().operation()))
                .map(active -> new Reference(name, active, remark))
                .toList();
        book.pin(references);
        return references;
    }

    /** Lets go of all that is pinned under a name; says how many baselines that were. */
    public int unpin(String name) {
        return book.unpin(name);
    }

    /** All that is pinned, the latest first. */
    public List<Reference> all() {
        return book.all();
    }
}
