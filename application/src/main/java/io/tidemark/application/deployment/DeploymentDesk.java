package io.tidemark.application.deployment;

import io.tidemark.application.port.DeploymentBook;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes what people and programs say of deployments, and tells which there were. */
public final class DeploymentDesk {
    /** What began later is more likely to have another cause. */
    private static final Duration SUSPECT = Duration.ofHours(1);

    private static final Duration KEPT = Duration.ofDays(DeploymentBook.KEPT_DAYS);
    /** Clocks disagree. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int MOST_SUSPECTS = 10;

    private final DeploymentBook book;
    private final Clock clock;

    public DeploymentDesk(DeploymentBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * Takes note of a deployment. Saying it again, of the same version and instant, changes nothing.
     *
     * @throws IllegalArgumentException when it is still to come, or too old to be kept
     * @throws io.tidemark.application.port.StorageException when nothing was changed
     */
    public FiledDeployment record(Deployment deployment) {
        Instant now = clock.instant();
        Instant at = deployment.at();
        if (at.isAfter(now.plus(AHEAD))) {
            throw new IllegalArgumentException(
                    "at %s is still to come, as it is %s: record a deployment when it is done".formatted(at, now));
        }
        if (at.isBefore(now.minus(KEPT))) {
            throw new IllegalArgumentException(
                    "at %s is more than %d days ago: deployments are kept no longer".formatted(at, KEPT.toDays()));
        }
        return book.add(deployment, now);
    }

    /** Those that are looked for, the most recent first. */
    public List<FiledDeployment> find(DeploymentSearch search) {
        return book.find(search);
    }

    /** Those in the hour before something began that may have touched one of the operations, the most recent first. */
    public List<FiledDeployment> before(Instant beginning, List<String> operations) {
        TimeRange hour = new TimeRange(beginning.minus(SUSPECT), beginning.plus(1, ChronoUnit.MICROS));
        return book.find(new DeploymentSearch(hour, operations, null, MOST_SUSPECTS));
    }
}
