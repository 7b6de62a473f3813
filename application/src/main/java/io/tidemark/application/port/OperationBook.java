package io.tidemark.application.port;

import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.operation.OperationType;
import java.util.Optional;

/**
 * Keeps what people say about operations; it outlasts every {@link Storage#prepare}. Changes announce {@link
 * Topic#BASELINES}, as they decide what is held against a baseline. Each is kept together with its entry in the audit; what
 * leaves an operation as it is has none. Safe for several threads.
 */
public interface OperationBook {
    /**
     * Says whether an operation is tracked, and leaves its description as it is.
     *
     * @return the operation as it is now; empty when there is no operation of that name
     * @throws StorageException when nothing was changed
     */
    Optional<OperationType> track(String operation, boolean tracked, Signature by);

    /**
     * Says what an operation does, and leaves the rest as it is.
     *
     * @return the operation as it is now; empty when there is no operation of that name
     * @throws IllegalArgumentException when the description is too long, by the rules of {@link OperationType}
     * @throws StorageException when nothing was changed
     */
    Optional<OperationType> describe(String operation, String description, Signature by);
}
