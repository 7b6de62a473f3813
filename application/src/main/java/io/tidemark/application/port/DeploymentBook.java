package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deployments for {@value #KEPT_DAYS} days, each together with its entry in the audit. Safe for several threads and
 * nodes.
 */
public interface DeploymentBook {
    int KEPT_DAYS = 400;

    /**
     * Files a deployment. What has the same version and the same instant as one that is filed is that one: it stays as it
     * is, and nothing is taken down.
     *
     * @param at when it is filed
     * @return it with its number
     * @throws StorageException when nothing was changed
     */
    FiledDeployment add(Deployment deployment, Instant at);

    /**
     * Those that are looked for, the most recent first, of those of the same instant the one that was filed last; empty when
     * there are none.
     */
    List<FiledDeployment> find(DeploymentSearch search);

    /**
     * Which deployments are looked for.
     *
     * @param range when they were
     * @param touching only those that may have touched one of these operations; empty for all
     * @param after those that come after this place, or null for the first ones
     * @param limit how many at most, at least one
     */
    record DeploymentSearch(
            TimeRange range,
            List<String> touching,
            @Nullable Place after,
            int limit) {
        public DeploymentSearch {
            requireNonNull(range, "range");
            touching = List.copyOf(touching);
        }

        /** The first of all in a range that may have touched an operation. */
        public static DeploymentSearch of(String operation, TimeRange range, int limit) {
            return new DeploymentSearch(range, List.of(operation), null, limit);
        }
    }

    /** The place of a deployment in the order. */
    record Place(Instant at, long id) {
        public Place {
            requireNonNull(at, "at");
        }

        public static Place of(FiledDeployment filed) {
            return new Place(filed.deployment().at(), filed.id());
        }
    }
}
