package io.tidemark.adapters.postgres;

import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people say about detection. */
interface DetectionMapper {
    List<RuleRow> rules();

    /** The rule of an operation as it was, or null; nobody else changes it meanwhile. */
    @Nullable
    RuleRow held(String operation);

    void set(RuleRow rule);

    boolean reset(String operation);

    Numbered expect(ExpectedDeviation deviation);

    List<Numbered> during(TimeRange range);

    boolean forget(long id);

    /** A rule as it is stored. */
    record RuleRow(String operation, Cutoffs cutoffs, List<String> alerting) {
        static RuleRow of(OperationRule rule) {
            return new RuleRow(
                    rule.operation(),
                    rule.cutoffs(),
                    rule.alerting().stream().map(Kind::name).toList());
        }

        OperationRule rule() {
            return new OperationRule(
                    operation, cutoffs, alerting.stream().map(Kind::valueOf).collect(Collectors.toSet()));
        }
    }
}
