package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.BusyBranch;
import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.application.port.RollupReader.Courses;
import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the parts of an operation add up to, step by step, the busiest branches apart: each part is added once. */
final class BranchSums {
    private final SortedMap<Instant, Sketch> others = new TreeMap<>();
    private final SortedMap<String, SortedMap<Instant, Sketch>> apart = new TreeMap<>();
    private final Map<Long, SortedMap<Instant, Sketch>> byId = new HashMap<>();
    private final int branches;

    BranchSums(List<BusyBranch> busiest) {
        branches = busiest.isEmpty() ? 0 : busiest.get(0).branches();
        for (BusyBranch branch : busiest) {
            SortedMap<Instant, Sketch> steps = new TreeMap<>();
            apart.put(branch.name(), steps);
            byId.put(branch.id(), steps);
        }
    }

    void add(Part part, Instant step) {
        part.sketch().addTo(byId.getOrDefault(part.branchId(), others).computeIfAbsent(step, first -> new Sketch()));
    }

    Courses courses() {
        SortedMap<Instant, Sketch> whole = others;
        apart.values()
                .forEach(steps -> steps.forEach((start, sketch) ->
                        whole.computeIfAbsent(start, first -> new Sketch()).merge(sketch)));
        return new Courses(whole, apart, branches);
    }
}
