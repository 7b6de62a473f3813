package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.Answer;
import io.tidemark.application.alert.Answer.Outcome;
import io.tidemark.application.alert.Desk;
import io.tidemark.application.alert.Router;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.AtOnce;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.EscalationChains;
import io.tidemark.domain.alert.EscalationChains.Step;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsOnTwoNodesTest {
    private static final Addressee PAGER = new Addressee("on-call", "pagerduty");

    private final Map<String, String> settings = TestDatabase.emptySchema();
    private final SettableClock clock = new SettableClock(RECENTLY);
    private Storage one;
    private Storage other;
    private Desk oneDesk;
    private Desk otherDesk;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        one = TestDatabase.prepared(settings);
        other = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
        one.routes().replace(List.of(new Route(Severity.INFO, List.of(CHAT, MAIL))));
        oneDesk = desk(one);
        otherDesk = desk(other);
    }

    @AfterEach
    void close() {
        client.close();
        one.close();
        other.close();
    }

    @Test
    void oneConditionSeenByBothAtTheSameInstant_isOneAlertSeenTwice_andToldOnce() throws Exception {
        AtOnce.run(List.of(seeing(oneDesk, RECENTLY), seeing(otherDesk, RECENTLY)));

        assertThat(alerts()).hasSize(1);
        assertThat(alerts().get(0).recurrence().occurrences()).isEqualTo(2);
        assertThat(sent("FIRING")).isEqualTo("2");
    }

    @Test
    void theThirdTime_isCritical_andToldSoOnce_howeverManySeeIt() throws Exception {
        oneDesk.alerts().see(List.of(sighting(slow("commit"), RECENTLY)));

        AtOnce.run(IntStream.range(0, 6)
                .mapToObj(i -> seeing(i % 2 == 0 ? oneDesk : otherDesk, RECENTLY.plusSeconds(i)))
                .toList());

        assertThat(alerts().get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(client.ask("select count(*) from notification_outbox where severity = 'CRITICAL'"))
                .isEqualTo("2");
    }

    @Test
    void acknowledgedByTwoAtOnce_isWonByOne_andTheOtherIsToldWho() throws Exception {
        seeing(oneDesk, RECENTLY).call();
        long id = alerts().get(0).id();
        Callable<Answer> ada = () -> oneDesk.alerts().acknowledge(id, "ada", null, null);
        Callable<Answer> bob = () -> otherDesk.alerts().acknowledge(id, "bob", null, null);

        List<Answer> answers = AtOnce.run(List.of(ada, bob));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactlyInAnyOrder(Outcome.DONE, Outcome.ACKNOWLEDGED_BEFORE);
        assertThat(answers.get(0).alert().state())
                .isEqualTo(answers.get(1).alert().state());
        assertThat(sent("ACKNOWLEDGED")).isEqualTo("2");
    }

    @Test
    void aStepUp_isTakenOnce_thoughBothLook() throws Exception {
        seeing(oneDesk, RECENTLY).call();
        clock.set(RECENTLY.plusSeconds(301));

        AtOnce.run(List.of(
                () -> oneDesk.rounds().look(10), () -> otherDesk.rounds().look(10)));
        otherDesk.rounds().look(10);

        assertThat(client.ask("select count(*) from notification_outbox where destination = 'on-call'"))
                .isEqualTo("1");
        assertThat(alerts().get(0).telling().told()).contains(PAGER);
    }

    @Test
    void whatSqlAcknowledgesAndResolves_isToldInTheNextRound_once() throws Exception {
        clock.set(Instant.parse(
                client.ask("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")));
        oneDesk.alerts().see(List.of(sighting(slow("commit"), clock.instant())));
        long id = alerts().get(0).id();
        client.execute("select acknowledge_performance_alert(%d, 'ada', 'on it')".formatted(id));
        clock.advance(Duration.ofSeconds(5));
        oneDesk.rounds().look(10);
        otherDesk.rounds().look(10);
        assertThat(sent("ACKNOWLEDGED")).isEqualTo("2");

        client.execute("select resolve_performance_alert(%d, 'ada')".formatted(id));
        clock.advance(Duration.ofSeconds(5));
        oneDesk.rounds().look(10);
        otherDesk.rounds().look(10);

        assertThat(sent("RESOLVED")).isEqualTo("2");
        assertThat(client.ask("select look_at from performance_alerts")).isEqualTo("null");
    }

    @Test
    void aSubjectThatCannotBeStored_isStillOneAlert() {
        Fingerprint hostile = new Fingerprint(slow("x").type(), "com\0mit", "ma\0in");
        Sighting seen = sighting(hostile, RECENTLY);

        oneDesk.alerts().see(List.of(seen));
        oneDesk.alerts().see(List.of(seen));
        oneDesk.alerts().resolve(alerts().get(0).id(), "ada");

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.recurrence().occurrences()).isEqualTo(2);
            assertThat(alert.state().isOver()).isTrue();
        });
    }

    @Test
    void claimDue_amongTenThousandOpenOnes_readsThoseThatAreDue() {
        client.execute("""
                insert into performance_alerts (
                  alert_type, subject, severity, state, actual_microseconds, baseline_p99_microseconds, multiplier,
                  user_name, occurrences, first_seen, last_seen, look_at)
                select 'THRESHOLD_EXCEEDED', 'operation ' || i, 'WARNING', 'open', 3000, 1000, 3, 'ada', 1,
                  now(), now(), now() + case when i <= 100 then interval '-1 minute' else interval '30 minutes' end
                from generate_series(1, 10000) as i""");
        client.execute("analyze performance_alerts");

        assertThat(client.askAll("""
                explain select id from performance_alerts
                where look_at is not null and (look_at <= now() or look_at > now() + interval '2 hours')
                order by look_at, id limit 200""")).anyMatch(line -> line.contains("performance_alerts_look"));
    }

    private Callable<Integer> seeing(Desk desk, Instant at) {
        return () -> {
            desk.alerts().see(List.of(sighting(slow("commit"), at)));
            return 1;
        };
    }

    private Desk desk(Storage storage) {
        Router router = new Router(storage.routes());
        router.refresh();
        EscalationChains chains = new EscalationChains(
                Map.of(Severity.WARNING, List.of(new Step(Duration.ofMinutes(5), List.of(PAGER)))));
        return Desk.over(storage, AlertPolicy.DEFAULT.with(chains), List.of(), router, clock);
    }

    private String sent(String kind) {
        return client.ask("select count(*) from notification_outbox where kind = '%s'".formatted(kind));
    }

    private List<Alert> alerts() {
        return one.alertReader().latest(Which.ALL, 10).stream()
                .map(report -> report.alert())
                .toList();
    }
}
