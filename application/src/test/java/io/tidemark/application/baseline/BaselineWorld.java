package io.tidemark.application.baseline;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.DeskFixture;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A storage in memory on a Friday noon, with operations that ran as they were told to. */
final class BaselineWorld {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Scope COMMIT = Scope.of("commit");
    static final String ADA = "ada";

    final SettableClock clock = new SettableClock(NOON);

    /** Since when the levels of operations have shifted. */
    final Map<String, Instant> shifts = new HashMap<>();

    final Storage storage;
    final BaselineDesk desk;

    BaselineWorld() {
        this(BaselineRules.DEFAULT_TIME_LIMIT, storage -> storage);
    }

    /** One of whose storage some parts are others. */
    BaselineWorld(Duration timeLimit, UnaryOperator<Storage> with) {
        storage = with.apply(Storages.create("memory", StorageSettings.NONE, clock));
        AlertDesk alerts = DeskFixture.over(storage, clock);
        desk = BaselineDesk.over(
                storage,
                new BaselineRules(operation -> BaselinePolicy.DEFAULT, timeLimit),
                alerts::see,
                operation -> Optional.ofNullable(shifts.get(operation)),
                clock);
    }

    /** The same duration so many times, started then. */
    void ran(Scope scope, Duration duration, int times, Instant start) {
        Context context = Context.of(ADA);
        Timing timing = new Timing(
                scope.operation(),
                Timing.toMicros(duration),
                start.plus(duration),
                scope.branch() == null ? context : context.onBranch(scope.branch()));
        storage.timings().append(Collections.nCopies(times, timing));
    }

    void ran(Scope scope, Duration duration, int times) {
        ran(scope, duration, times, clock.instant());
    }

    ActiveBaseline learned(Scope scope) {
        return desk.baselines().calculate(scope, ADA);
    }

    List<Recalculated> recalculate() {
        return desk.recalculation().run(RecalculationRequest.daily("schedule"));
    }

    /** What became of one operation as a whole. */
    Recalculated recalculate(Scope scope, Force force) {
        RecalculationRequest request = new RecalculationRequest(
                scope.operation(), null, null, force, new RecalculationRequest.Asked(Reason.MANUAL, ADA));
        return desk.recalculation().run(request).stream()
                .filter(row -> row.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    Recalculated recalculate(Scope scope) {
        return recalculate(scope, Force.NO);
    }

    /** Timings broke the baseline: from then to then, and are so unresolved. */
    Alert slow(Scope scope, Instant from, Instant to, int times) {
        Fingerprint condition = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, scope.operation(), scope.branch());
        Evidence evidence = new Evidence(new Figures(40_000, 10_000, 4), 1L, ADA, null, List.of());
        return storage.alerts().change(condition, (standing, freshId) -> {
            Alert alert = Alert.raise(freshId.getAsLong(), new Sighting(condition, Severity.WARNING, evidence, from));
            for (int again = 1; again < times; again++) {
                Instant at = again == times - 1 ? to : from;
                alert = alert.seenAgain(new Sighting(condition, Severity.WARNING, evidence, at));
            }
            return new Decision(alert, List.of());
        });
    }

    Alert alert(AlertType type) {
        return storage.incidents().since(Instant.EPOCH, Set.of(type)).get(0);
    }

    ActiveBaseline active(Scope scope) {
        return storage.baselineReader().active().stream()
                .filter(active -> active.baseline().scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }
}
