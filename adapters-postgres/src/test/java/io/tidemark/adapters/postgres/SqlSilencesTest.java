package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Matching;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlSilencesTest {
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
    void silence_isWhatDaemonsRead() {
        client.ask("""
                select silence_performance_alerts(
                  array['operation=commit', 'severity!=critical', 'metadata.region=eu west', 'branch='],
                  interval '2 hours', 'the disks are moved', 'ada')""");

        Silence silence = storage.silences().notEndedBy(Instant.EPOCH).get(0).silence();
        assertThat(silence.target())
                .isEqualTo(new Matching(List.of(
                        Matcher.parse("operation=commit"),
                        Matcher.parse("severity!=CRITICAL"),
                        Matcher.parse("metadata.region=\"eu west\""),
                        Matcher.parse("branch="))));
        assertThat(silence.author()).isEqualTo("ada");
        assertThat(Duration.between(silence.time().from(), silence.time().to())).isEqualTo(Duration.ofHours(2));
        assertThat(storage.auditReader().latest(Which.ALL, 1).get(0).deed().verb())
                .isEqualTo(Verb.ADDED);
    }

    @Test
    void expire_endsItOnce() {
        String id = client.ask("select silence_performance_alerts(array['user=anna'], interval '1 hour', 'known')");

        assertThat(client.ask("select expire_performance_silence(%s)".formatted(id)))
                .isEqualTo("t");
        assertThat(client.ask("select expire_performance_silence(%s)".formatted(id)))
                .isEqualTo("f");
        assertThat(storage.silences().latest(1).get(0).expiredAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    array['opration=commit'], interval '1 hour', 'why' | must be a label
                    array['operation=~c.*'], interval '1 hour', 'why' | must be a label
                    array['severity=HIGH'], interval '1 hour', 'why' | no alert can have
                    array[]::text[], interval '1 hour', 'why' | at least one matcher
                    array['operation=commit'], interval '31 days', 'why' | from 0 to 30 days
                    array['operation=commit'], interval '1 hour', ' ' | p_reason
                    """)
    void silence_refusesWhatIsWrong(String arguments, String message) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.ask("select silence_performance_alerts(%s)".formatted(arguments)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("22023"));
    }

    @Test
    void silence_thatCannotBeRead_leavesTheOthersInForce() {
        client.execute("""
                insert into performance_silences (matchers, starts_at, ends_at, author, reason)
                values (array['nonsense'], now(), now() + interval '1 hour', 'eve', 'by hand')""");
        client.ask("select silence_performance_alerts(array['user=anna'], interval '1 hour', 'known')");

        assertThat(storage.silences().notEndedBy(Instant.EPOCH)).hasSize(1);
    }
}
