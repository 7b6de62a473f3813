package io.tidemark.application.memory;

import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.domain.anomaly.OperationRule;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps the rules of single operations. */
final class MemoryDetectionRules implements DetectionRuleBook {
    private final SortedMap<String, OperationRule> rules = new ConcurrentSkipListMap<>();

    @Override
    public List<OperationRule> rules() {
        return List.copyOf(rules.values());
    }

    @Override
    public void set(OperationRule rule) {
        rules.put(rule.operation(), rule);
    }

    @Override
    public boolean reset(String operation) {
        return rules.remove(operation) != null;
    }
}
