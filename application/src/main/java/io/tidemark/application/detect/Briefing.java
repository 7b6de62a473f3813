package io.tidemark.application.detect;

import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.anomaly.OperationRule;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of all operations before any is looked at, read once. */
final class Briefing {
    private final Map<String, OperationRule> rules;
    private final List<Numbered> expected;
    private final Map<String, Baseline> baselines;

    private Briefing(Map<String, OperationRule> rules, List<Numbered> expected, Map<String, Baseline> baselines) {
        this.rules = rules;
        this.expected = expected;
        this.baselines = baselines;
    }

    static Briefing read(Storage storage, TimeRange range) {
        return new Briefing(
                storage.detectionRules().rules().stream()
                        .collect(Collectors.toMap(OperationRule::operation, rule -> rule)),
                storage.expectations().during(range),
                storage.baselineReader().active().stream()
                        .map(ActiveBaseline::baseline)
                        .filter(baseline -> baseline.scope().branch() == null)
                        .collect(Collectors.toMap(baseline -> baseline.scope().operation(), baseline -> baseline)));
    }

    Cutoffs cutoffs(String operation, Cutoffs otherwise) {
        OperationRule own = rules.get(operation);
        return own == null ? otherwise : own.cutoffs();
    }

    Set<Kind> alerting(String operation) {
        OperationRule own = rules.get(operation);
        return own == null ? Set.of() : own.alerting();
    }

    /** The baseline of the operation over all its branches. */
    Optional<Baseline> baseline(String operation) {
        return Optional.ofNullable(baselines.get(operation));
    }

    /** Who has said to expect a timing. */
    Optional<Numbered> expecting(String operation, Measured timing) {
        return expected.stream()
                .filter(numbered -> numbered.deviation().covers(operation, timing))
                .findFirst();
    }

    /** Whether somebody has said to expect, at some time of a range, timings as long as that. */
    boolean expects(String operation, TimeRange range, double micros) {
        return expected.stream()
                .anyMatch(numbered -> numbered.deviation().covers(operation, range, Math.round(micros)));
    }
}
