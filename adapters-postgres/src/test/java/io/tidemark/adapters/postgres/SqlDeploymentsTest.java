package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlDeploymentsTest {
    private static final TimeRange EVER =
            new TimeRange(Instant.EPOCH, StorageFixture.RECENTLY.plus(Duration.ofDays(30)));

    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
    }

    @AfterEach
    void close() {
        client.close();
        storage.close();
    }

    @Test
    void record_isWhatPagesRead() {
        Instant at = StorageFixture.RECENTLY;

        client.ask("""
                select record_deployment('2.3.1', array['get_diff', 'commit'], 'ci', 'https://ci.example.org/7', 'A new index.',
                  '%s')""".formatted(at));

        assertThat(filed())
                .extracting(FiledDeployment::deployment)
                .containsExactly(new Deployment(
                        "2.3.1",
                        at,
                        List.of("commit", "get_diff"),
                        new Report("ci", "https://ci.example.org/7", "A new index.")));
    }

    @Test
    void record_ofAVersionAlone_isNow_andOfEverything() {
        client.ask("select record_deployment('2.3.1')");

        assertThat(filed().get(0).deployment().operations()).isEmpty();
        assertThat(client.ask("""
                select reported_by = session_user and deployed_at between now() - interval '1 minute' and clock_timestamp()
                from performance_deployments""")).isEqualTo("t");
    }

    @Test
    void record_twice_isOneDeployment() {
        String once = "select record_deployment('2.3.1', p_deployed_at => '%s')".formatted(StorageFixture.RECENTLY);

        assertThat(client.ask(once)).isEqualTo(client.ask(once));
        assertThat(filed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' '; p_version ' ' must be text of 1 to 200 characters",
                "'a', array['commit', '']; p_operations '' must be text of 1 to 200 characters",
                "'a', array[null]; p_operations null must be text of 1 to 200 characters",
                "'a', array_fill('x'::text, array[101]); p_operations '101' must be at most 100 operations",
                "'a', p_reported_by => ''; p_reported_by '' must be text of 1 to 200 characters",
                "'a', p_link => 'javascript:1'; p_link 'javascript:1' must be null or an address of http or https",
                "'a', p_link => 'https://a:b@ci'; must be null or an address of http or https, without a password",
                "'a', p_note => repeat('x', 1001); must be null or text of at most 1000 characters",
                "'a', p_deployed_at => now() + interval '6 minutes'; must be in the past, at most 400 days ago",
                "'a', p_deployed_at => now() - interval '401 days'; must be in the past, at most 400 days ago"
            },
            quoteCharacter = '"')
    void record_refusesWhatBreaksTheRules(String arguments, String complaint) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.ask("select record_deployment(" + arguments + ")"))
                .withMessageContaining(complaint)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("22023"));
        assertThat(filed()).isEmpty();
    }

    private List<FiledDeployment> filed() {
        return storage.deployments().find(new DeploymentSearch(EVER, List.of(), null, 10));
    }
}
