package io.tidemark.bootstrap.console.settings;

import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.OperationRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The kinds that may raise an alert, as they are written. */
    static List<String> kinds() {
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.NORMAL)
                .map(Kind::word)
                .toList();
    }
}
