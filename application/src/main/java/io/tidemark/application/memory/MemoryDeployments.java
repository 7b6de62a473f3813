package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.DeploymentBook;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the latest deployments by their place in the order. */
final class MemoryDeployments implements DeploymentBook {
    /** Far more than a person looks back. */
    static final int MAX_DEPLOYMENTS = 10_000;

    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);
    private static final Comparator<Place> LATEST_FIRST =
            comparing(Place::at).thenComparing(Place::id).reversed();

    private final NavigableMap<Place, FiledDeployment> latestFirst = new TreeMap<>(LATEST_FIRST);
    private final MemoryAudit audit;
    private long ids;

    MemoryDeployments(MemoryAudit audit) {
        this.audit = audit;
    }

    @Override
    public synchronized FiledDeployment add(Deployment deployment, Instant at) {
        latestFirst.tailMap(new Place(at.minus(KEPT), 0), false).clear();
        return filed(deployment).orElseGet(() -> file(deployment, at));
    }

    @Override
    public synchronized List<FiledDeployment> find(DeploymentSearch search) {
        Place after = search.after();
        return (after == null ? latestFirst : latestFirst.tailMap(after, false))
                .values().stream()
                        .filter(filed ->
                                search.range().contains(filed.deployment().at()))
                        .filter(filed -> search.touching().isEmpty()
                                || filed.deployment().touches(search.touching()))
                        .limit(search.limit())
                        .toList();
    }

    private Optional<FiledDeployment> filed(Deployment deployment) {
        return latestFirst.values().stream()
                .filter(filed -> filed.deployment().at().equals(deployment.at())
                        && filed.deployment().version().equals(deployment.version()))
                .findFirst();
    }

    private FiledDeployment file(Deployment deployment, Instant at) {
        FiledDeployment filed = new FiledDeployment(++ids, deployment);
        latestFirst.put(Place.of(filed), filed);
        audit.append(filed.added(at));
        if (latestFirst.size() > MAX_DEPLOYMENTS) {
            latestFirst.pollLastEntry();
        }
        return filed;
    }
}
