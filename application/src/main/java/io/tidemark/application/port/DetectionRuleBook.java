package io.tidemark.application.port;

import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.anomaly.OperationRule;
import java.util.List;

/**
 * Keeps what people say about the detection of single operations, in place of what holds for all. Each change is kept
 * together with its entry in the audit. Safe for several threads.
 */
public interface DetectionRuleBook {
    /** All rules, by operation; empty when none were ever set. */
    List<OperationRule> rules();

    /**
     * Sets the rule of an operation, in place of the one before. The operation need not be known yet.
     *
     * @throws StorageException when nothing was changed
     */
    void set(OperationRule rule, Signature by);

    /**
     * Takes the rule of an operation away: what holds for all holds for it again.
     *
     * @return whether there was one
     * @throws StorageException when nothing was changed
     */
    boolean reset(String operation, Signature by);
}
