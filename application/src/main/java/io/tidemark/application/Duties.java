package io.tidemark.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.tidemark.application.baseline.Recalculated;
import io.tidemark.application.baseline.RecalculationRequest;
import io.tidemark.application.port.Upkeep;
import io.tidemark.application.schedule.StandardJob;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What each job does; each says in a line what came of it. */
final class Duties {
    private static final String BY = "schedule";

    private Duties() {}

    static Map<StandardJob, Callable<String>> of(Analysis analysis, Upkeep upkeep) {
        return Map.of(
                StandardJob.RECALCULATE_DAILY, () -> recalculate(analysis, RecalculationRequest.daily(BY)),
                StandardJob.RECALCULATE_WEEKLY, () -> recalculate(analysis, RecalculationRequest.weekly(BY)),
                StandardJob.DETECT, () -> detect(analysis),
                StandardJob.CORRELATE, () -> analysis.watches().groups().run(),
                StandardJob.WATCH, () -> analysis.watches().streams().watch(),
                StandardJob.RETENTION,
                        () -> {
                            upkeep.dropOutdated();
                            return "dropped what is older than it is to be kept";
                        });
    }

    /** Groups first: their members' own alerts are kept quiet. */
    private static String detect(Analysis analysis) {
        String groups = analysis.watches().groups().run();
        String shifts = analysis.watches().shifts().run();
        String found = analysis.detection().run(analysis.detection().usual()).summary();
        return String.join("; ", found, shifts, groups);
    }

    private static String recalculate(Analysis analysis, RecalculationRequest request) {
        List<Recalculated> all = analysis.baselines().recalculation().run(request);
        Map<String, Long> outcomes = new TreeMap<>(
                all.stream().collect(groupingBy(one -> one.ruling().outcome().name(), counting())));
        String counts = outcomes.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(joining(", "));
        return counts.isEmpty() ? "no operation is tracked" : "baselines: " + counts;
    }
}
