package io.tidemark.application.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.DeploymentBook;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final DeploymentDesk desk = new DeploymentDesk(storage.deployments(), clock);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void record_takesWhatAClockALittleAheadSays() {
        assertThat(desk.record(deployed("a", NOW.plusSeconds(299), "commit"))
                        .deployment()
                        .version())
                .isEqualTo("a");
    }

    @Test
    void record_refusesWhatIsStillToCome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.record(deployed("a", NOW.plusSeconds(301), "commit")))
                .withMessageContaining("is still to come");
    }

    @Test
    void record_refusesWhatIsKeptNoLonger() {
        Instant longAgo = NOW.minus(Duration.ofDays(DeploymentBook.KEPT_DAYS)).minusSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.record(deployed("a", longAgo, "commit")))
                .withMessageContaining("more than 400 days ago");
    }

    @Test
    void before_areThoseOfTheLastHour_upToTheVeryInstant() {
        desk.record(deployed("too early", NOW.minusSeconds(3_601), "commit"));
        FiledDeployment anHour = desk.record(deployed("an hour", NOW.minusSeconds(3_600), "commit"));
        FiledDeployment just = desk.record(deployed("just", NOW, "commit"));
        desk.record(deployed("too late", NOW.plusSeconds(1), "commit"));

        assertThat(desk.before(NOW, List.of("commit"))).containsExactly(just, anHour);
    }

    @Test
    void before_areThoseThatMayHaveTouchedIt() {
        desk.record(deployed("other", NOW, "get_diff"));
        FiledDeployment commit = desk.record(deployed("commit", NOW, "commit"));

        assertThat(desk.before(NOW, List.of("commit", "merge"))).containsExactly(commit);
    }

    private static Deployment deployed(String version, Instant at, String operation) {
        return new Deployment(version, at, List.of(operation), new Report("ci", null, null));
    }
}
