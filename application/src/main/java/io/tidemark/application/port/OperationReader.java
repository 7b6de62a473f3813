package io.tidemark.application.port;

import io.tidemark.domain.operation.OperationType;
import java.util.List;

/** Tells which operations there are. */
public interface OperationReader {
    /**
     * All operations, by name: those of the {@link io.tidemark.domain.operation.Catalogue}, whether or not they were
     * ever timed, and those that were timed without being known before, which are tracked, in no particular category
     * and without a description until somebody changes that.
     */
    List<OperationType> all();
}
