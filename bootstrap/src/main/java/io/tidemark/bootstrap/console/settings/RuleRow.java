package io.tidemark.bootstrap.console.settings;

import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.OperationRule;
import java.util.stream.Collectors;

/**
 * What holds for one operation in place of what holds for all.
 *
 * @param alerting the kinds that raise an alert although they would only be listed
 */
record RuleRow(String operation, String warning, String critical, String alerting) {
    static RuleRow of(OperationRule rule) {
        return new RuleRow(
                rule.operation(),
                Double.toString(rule.cutoffs().warning()),
                Double.toString(rule.cutoffs().critical()),
                rule.alerting().stream().map(Kind::word).sorted().collect(Collectors.joining(", ")));
    }
}
