package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.application.port.DeploymentBook.Place;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link DeploymentBook}. */
public abstract class DeploymentBookContract extends PortContract {
    private static final TimeRange HOUR = new TimeRange(minute(0), minute(60));
    private static final Deployment OF_ALL = new Deployment(
            "2.3.1 <b>\u202e",
            minute(0),
            List.of(),
            new Report("ci", "https://ci.example.org/runs/7?a=b#c", "A new index."));
    private static final Deployment OF_COMMITS =
            new Deployment("2.3.2", minute(30), List.of("commit", "a, b"), new Report("ada", null, null));

    @Test
    void find_isEmptyWithoutAny() {
        assertThat(find(HOUR)).isEmpty();
    }

    @Test
    void add_numbersWhatItKeeps() {
        FiledDeployment all = add(OF_ALL);
        FiledDeployment commits = add(OF_COMMITS);

        assertThat(all.deployment()).isEqualTo(OF_ALL);
        assertThat(commits.deployment()).isEqualTo(OF_COMMITS);
        assertThat(all.id()).isNotEqualTo(commits.id());
        assertThat(find(HOUR)).containsExactly(commits, all);
    }

    @Test
    void add_ofTheSameVersionAndInstant_leavesTheFirst() {
        FiledDeployment first = add(OF_ALL);
        Deployment again =
                new Deployment(OF_ALL.version(), OF_ALL.at(), List.of("commit"), new Report("eve", null, null));

        assertThat(add(again)).isEqualTo(first);
        assertThat(find(HOUR)).containsExactly(first);
        assertThat(storage.auditReader().latest(Which.ALL, 10)).hasSize(1);
    }

    @Test
    void add_isAudited() {
        FiledDeployment filed = add(OF_COMMITS);

        assertThat(storage.auditReader().latest(Which.ALL, 10)).containsExactly(filed.added(minute(40)));
    }

    @Test
    void add_forgetsWhatIsTooOld() {
        add(OF_ALL);
        Instant muchLater =
                minute(0).plus(Duration.ofDays(DeploymentBook.KEPT_DAYS)).plusSeconds(1);

        storage.deployments().add(OF_COMMITS, muchLater);

        assertThat(find(HOUR)).extracting(FiledDeployment::deployment).containsExactly(OF_COMMITS);
    }

    @Test
    void find_takesTheRangeHalfOpen() {
        FiledDeployment all = add(OF_ALL);
        add(OF_COMMITS);

        assertThat(find(new TimeRange(minute(0), minute(30)))).containsExactly(all);
    }

    @Test
    void find_takesWhatMayHaveTouchedOneOfTheOperations() {
        FiledDeployment all = add(OF_ALL);
        FiledDeployment commits = add(OF_COMMITS);

        assertThat(storage.deployments().find(DeploymentSearch.of("commit", HOUR, 10)))
                .containsExactly(commits, all);
        assertThat(storage.deployments().find(new DeploymentSearch(HOUR, List.of("x", "a, b"), null, 10)))
                .containsExactly(commits, all);
        assertThat(storage.deployments().find(DeploymentSearch.of("a", HOUR, 10)))
                .containsExactly(all);
    }

    @Test
    void find_goesOnAfterAPlace_alsoAmongThoseOfOneInstant() {
        FiledDeployment all = add(OF_ALL);
        FiledDeployment other = add(new Deployment("other", OF_ALL.at(), List.of(), new Report("ci", null, null)));
        FiledDeployment commits = add(OF_COMMITS);

        assertThat(storage.deployments().find(new DeploymentSearch(HOUR, List.of(), null, 2)))
                .containsExactly(commits, other);
        assertThat(storage.deployments().find(new DeploymentSearch(HOUR, List.of(), Place.of(other), 2)))
                .containsExactly(all);
    }

    private FiledDeployment add(Deployment deployment) {
        return storage.deployments().add(deployment, minute(40));
    }

    private List<FiledDeployment> find(TimeRange range) {
        return storage.deployments().find(new DeploymentSearch(range, List.of(), null, 10));
    }
}
