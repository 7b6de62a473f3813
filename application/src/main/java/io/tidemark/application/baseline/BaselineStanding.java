package io.tidemark.application.baseline;

import static java.util.stream.Collectors.toMap;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.baseline.BaselineHealth;
import io.tidemark.domain.baseline.BaselineHealth.Coverage;
import io.tidemark.domain.baseline.BaselineHealth.Effectiveness;
import io.tidemark.domain.baseline.BaselineHealth.OfScope;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Freshness;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how the active baselines are, and how far they can be trusted. */
public final class BaselineStanding {
    /** Over how long the alerts of baselines are counted. */
    static final Duration ALERTS_COUNTED = Duration.ofDays(30);

    private final Storage storage;
    private final Clock clock;

    BaselineStanding(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** How each active baseline is, by operation, then branch, the operation as a whole first. */
    public List<OfScope> list() {
        Instant now = clock.instant();
        Map<Scope, Execution> checks = byScope(storage.executions().lastCheckOfEach());
        Map<Scope, Execution> last = byScope(storage.executions().lastOfEach());
        Map<Scope, Reference> references = storage.references().all().stream()
                .collect(toMap(Reference::scope, Function.identity(), (latest, older) -> latest));
        return storage.baselineReader().active().stream()
                .map(active -> {
                    Scope scope = active.baseline().scope();
                    Instant checkedAt = later(active.baseline().origin().at(), checks.get(scope));
                    return new OfScope(
                            active,
                            checkedAt,
                            Freshness.of(checkedAt, now),
                            held(last.get(scope), checkedAt),
                            references.get(scope));
                })
                .toList();
    }

    /** How far they can be trusted. */
    public BaselineHealth health() {
        List<OfScope> baselines = list();
        return new BaselineHealth(coverage(baselines), effectiveness(), baselines);
    }

    private Coverage coverage(List<OfScope> baselines) {
        Set<String> covered = baselines.stream()
                .map(one -> one.active().baseline().scope())
                .filter(scope -> scope.branch() == null)
                .map(Scope::operation)
                .collect(Collectors.toSet());
        Map<String, Long> counts = storage.rollups().counts();
        List<String> tracked = storage.operationReader().all().stream()
                .filter(OperationType::tracked)
                .map(OperationType::name)
                .toList();
        return new Coverage(
                (int) tracked.stream().filter(covered::contains).count(),
                (int) tracked.stream().filter(counts::containsKey).count(),
                tracked.size());
    }

    private Effectiveness effectiveness() {
        Instant since = clock.instant().minus(ALERTS_COUNTED);
        List<Alert> alerts = storage.incidents().since(since, Set.of(AlertType.THRESHOLD_EXCEEDED));
        Set<Long> accepted = storage.exclusions().standing().stream()
                .map(Numbered::exclusion)
                .filter(answer -> answer.alertId() != null && answer.to() != null)
                .map(answer -> answer.alertId())
                .collect(Collectors.toSet());
        long noise = alerts.stream()
                .filter(alert -> accepted.contains(alert.id()) || isCalledNoise(alert))
                .count();
        long useful = alerts.stream()
                .filter(alert -> alert.state() instanceof Acknowledged)
                .filter(alert -> !accepted.contains(alert.id()) && !isCalledNoise(alert))
                .count();
        return new Effectiveness(alerts.size(), useful, noise);
    }

    private static boolean isCalledNoise(Alert alert) {
        return alert.state() instanceof Acknowledged acknowledged
                && acknowledged.note() != null
                && acknowledged.note().toLowerCase(Locale.ROOT).startsWith("noise");
    }

    private static Map<Scope, Execution> byScope(List<Execution> executions) {
        return executions.stream().collect(toMap(Execution::scope, Function.identity()));
    }

    private static Instant later(Instant made, @Nullable Execution check) {
        return check == null || check.end().isBefore(made) ? made : check.end();
    }

    /** What the last recalculation said when it could not look. */
    private static @Nullable String held(@Nullable Execution last, Instant checkedAt) {
        if (last == null
                || last.result().outcome() != Outcome.SKIPPED
                || last.end().isBefore(checkedAt)) {
            return null;
        }
        String reason = last.result().reason().text();
        return last.result().message() == null
                ? reason
                : reason + " (" + last.result().message() + ")";
    }
}
