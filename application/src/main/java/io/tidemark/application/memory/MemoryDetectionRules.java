package io.tidemark.application.memory;

import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.anomaly.OperationRule;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps the rules of single operations. */
final class MemoryDetectionRules implements DetectionRuleBook {
    private final SortedMap<String, OperationRule> rules = new TreeMap<>();
    private final MemoryAudit audit;

    MemoryDetectionRules(MemoryAudit audit) {
        this.audit = audit;
    }

    @Override
    public synchronized List<OperationRule> rules() {
        return List.copyOf(rules.values());
    }

    @Override
    public synchronized void set(OperationRule rule, Signature by) {
        OperationRule before = rules.put(rule.operation(), rule);
        audit.append(rule.set(before, by.by(), by.at()));
    }

    @Override
    public synchronized boolean reset(String operation, Signature by) {
        OperationRule removed = rules.remove(operation);
        if (removed == null) {
            return false;
        }
        audit.append(removed.removed(by.by(), by.at()));
        return true;
    }
}
