package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An afternoon of pgGit, always the same: 33 operations, a spike, a creep, a level shift, and a pause. */
final class Showcase {
    private static final long SEED = 20_261_120;
    private static final Instant MORNING = Instant.parse("2026-11-20T11:31:20Z");
    private static final int MINUTES = 180;
    private static final int LEARNING_MINUTES = 55;
    private static final List<String> BRANCHES = List.of("main", "main", "main", "feature/search", "release/2.4");

    /** Typical microseconds. */
    private static final Map<String, Integer> OPERATIONS = operations();

    private final RunningDaemon daemon;
    private final Random random = new Random(SEED);
    private final Map<String, Baseline> baselines = new HashMap<>();

    private Showcase(RunningDaemon daemon) {
        this.daemon = daemon;
    }

    static RunningDaemon start() {
        RunningDaemon daemon = RunningDaemon.startAt(MORNING);
        new Showcase(daemon).tell();
        return daemon;
    }

    private void tell() {
        for (int minute = 0; minute < MINUTES; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            List<Timing> timings = new ArrayList<>();
            for (Map.Entry<String, Integer> operation : OPERATIONS.entrySet()) {
                run(timings, operation.getKey(), operation.getValue(), minute);
            }
            daemon.append(timings);
            if (minute == LEARNING_MINUTES) {
                learn();
            }
            daemon.delivered(RunningDaemon.ON_CALL.name(), new Next.Again(Duration.ofMinutes(5)));
        }
    }

    private void run(List<Timing> timings, String operation, int typical, int minute) {
        double rush = 1 + 0.25 * Math.sin(minute / 28.0 + operation.length());
        int runs = (int) Math.round((6 + operation.length() % 9) * rush);
        if (operation.equals("branch_archive") && minute > 70 && minute < 118) {
            return;
        }
        for (int i = 0; i < runs; i++) {
            double noise = Math.exp(0.28 * random.nextGaussian());
            double tail = random.nextInt(60) == 0 ? 1.5 : 1;
            double micros = typical * (0.9 + 0.1 * rush) * noise * tail * trouble(operation, minute);
            Instant end = daemon.now().minusMillis(random.nextInt(55_000));
            Timing timing = new Timing(operation, Math.max(1, Math.round(micros)), end, context(operation));
            timings.add(timing);
            notice(timing);
        }
    }

    private Context context(String operation) {
        Context context = Context.of(random.nextInt(3) == 0 ? "grace" : "ada")
                .onBranch(BRANCHES.get(random.nextInt(BRANCHES.size())))
                .withRowsAffected(random.nextInt(2_000));
        if (random.nextInt(40) == 0) {
            context = context.withError(JsonObject.of(Map.of("message", "deadlock detected")));
        }
        return operation.startsWith("merge_")
                ? context.inSpan(
                        new SpanId("%032x".formatted(random.nextLong() | 1), "%016x".formatted(random.nextLong() | 1)))
                : context;
    }

    private static double trouble(String operation, int minute) {
        return switch (operation) {
            case "merge_conflict_detect" -> minute > 165 ? 7.5 : 1;
            case "commit" -> minute > 128 && minute < 137 ? 6.5 : 1;
            case "get_history" -> minute > 118 ? 2.1 : 1;
            case "search_history" -> minute > 118 ? 1.9 : 1;
            case "schema_snapshot" -> 1 + Math.max(0, minute - 80) * 0.012;
            default -> 1;
        };
    }

    private void learn() {
        OPERATIONS.keySet().stream()
                .filter(operation -> !operation.startsWith("schema_m") && !operation.equals("merge_abort"))
                .forEach(operation ->
                        baselines.put(operation, daemon.learned(operation).baseline()));
    }

    private void notice(Timing timing) {
        Baseline baseline = baselines.get(timing.operation());
        if (baseline != null) {
            baseline.judge(timing.durationMicros())
                    .ifPresent(violation -> daemon.saw(
                            violation.severity(),
                            Scope.of(timing.operation()),
                            new Figures(
                                    violation.actualMicros(), violation.baselineP99Micros(), violation.multiplier())));
        }
    }

    private static Map<String, Integer> operations() {
        Map<String, Integer> typical = new LinkedHashMap<>();
        List.of(
                        "create 2400",
                        "delete 1900",
                        "rename 900",
                        "list 450",
                        "checkout 5200",
                        "compare 18000",
                        "archive 7400")
                .forEach(each -> put(typical, "branch_" + each));
        List.of(
                        "commit 4100",
                        "commit_amend 3900",
                        "commit_revert 8200",
                        "commit_diff 6100",
                        "commit_lookup 180",
                        "get_history 21000",
                        "get_object_timeline 12500",
                        "get_diff 7800",
                        "get_snapshot 33000",
                        "blame_object 15200",
                        "search_history 58000",
                        "ddl_capture 640")
                .forEach(each -> put(typical, each));
        List.of(
                        "branches 74000",
                        "base_find 9100",
                        "conflict_detect 26000",
                        "auto_resolve 14000",
                        "manual_resolve 940000",
                        "abort 3100")
                .forEach(each -> put(typical, "merge_" + each));
        List.of("commit 88000", "cascade 260000", "preview 41000", "validate 17500")
                .forEach(each -> put(typical, "rollback_" + each));
        List.of("snapshot 120000", "compare 64000", "migrate 510000", "validate 23000")
                .forEach(each -> put(typical, "schema_" + each));
        return typical;
    }

    private static void put(Map<String, Integer> typical, String nameAndMicros) {
        String[] parts = nameAndMicros.split(" ", 2);
        typical.put(parts[0], Integer.valueOf(parts[1]));
    }
}
