package io.tidemark.application.alert;

import static io.tidemark.domain.alert.AlertFixture.SLOW_COMMITS;
import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.AlertFixture.evidence;
import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Repetition;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Telling;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlertDeskTest {
    private static final Destination MAIL = new Destination("ops-mail", "email");
    private static final Destination PAGER = new Destination("on-call", "pagerduty");
    private static final Fingerprint SLOW_MERGES = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "merge", null);
    private static final Fingerprint SLOW_DISK =
            new Fingerprint(AlertType.CORRELATED_DEGRADATION, "OBJECT_STORAGE_IO", null);
    private static final Duration REPEATED_AFTER = Duration.ofMinutes(30);

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Router router = new Router(storage.routes());
    private final Inhibition inhibition = new Inhibition(storage.incidents(), clock);
    private final AlertDesk desk = Desk.over(
                    storage,
                    AlertPolicy.DEFAULT
                            .with(new RepeatPolicy(REPEATED_AFTER))
                            .with(new Repetition(10, Duration.ofHours(1))),
                    List.of(inhibition),
                    router,
                    clock)
            .alerts();

    @Test
    void see_aFirstSighting_raisesAnAlert() {
        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(onlyAlert().with(Telling.NOTHING))
                .isEqualTo(Alert.raise(onlyAlert().id(), aSighting(WARNING, 3)));
    }

    @Test
    void see_aFirstSighting_tellsEachDestinationOfEachMatchingRouteOnce() {
        route(
                new Route(WARNING, List.of(TEAM_CHAT, MAIL)).goingOn(),
                new Route(WARNING, List.of(MAIL)).goingOn(),
                new Route(CRITICAL, List.of(PAGER)));

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(told()).containsExactly("team-chat", "ops-mail");
    }

    @Test
    void see_tellsWhatWasDecidedThen() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(storage.outbox().claim(10, Duration.ofMinutes(1), Set.of()))
                .extracting(Claim::notification)
                .singleElement()
                .satisfies(notification -> assertThat(notification.notice())
                        .isEqualTo(new Notice(
                                Conversation.about(onlyAlert().id(), onlyAlert().fingerprint()),
                                Notice.Kind.FIRING,
                                WARNING,
                                TEAM_CHAT,
                                AlertWording.raised(onlyAlert()),
                                NOON)));
    }

    @Test
    void see_withoutARoute_recordsTheAlertAndTellsNobody() {
        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(alerts()).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void see_againWhenThereIsARouteAtLast_tells() {
        desk.see(List.of(aSighting(WARNING, 3)));
        route(new Route(WARNING, List.of(PAGER)));

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(told()).hasSize(1);
    }

    @Test
    void see_belowTheSeverityOfEveryRoute_tellsNobody() {
        route(new Route(CRITICAL, List.of(PAGER)));

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(told()).isEmpty();
    }

    @Test
    void see_againWithinTheInterval_countsAndTellsNobody() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        seeAt(NOON);

        seeAt(NOON.plus(REPEATED_AFTER).minusMillis(1));

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(2);
        assertThat(told()).hasSize(1);
    }

    @Test
    void see_againAfterTheInterval_tellsAgain() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        seeAt(NOON);

        seeAt(NOON.plus(REPEATED_AFTER));

        assertThat(told()).hasSize(2);
        assertThat(onlyAlert().telling().lastTold()).isEqualTo(NOON.plus(REPEATED_AFTER));
    }

    @Test
    void see_countsTheIntervalFromTheLastMessage() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        seeAt(NOON);
        seeAt(NOON.plus(REPEATED_AFTER));

        seeAt(NOON.plus(REPEATED_AFTER.multipliedBy(2)).minusMillis(1));

        assertThat(told()).hasSize(2);
    }

    @Test
    void see_aSightingFromTheFuture_isDecidedNow() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        desk.see(List.of(seenAt(tomorrow)));

        assertThat(onlyAlert().recurrence().lastSeen()).isEqualTo(tomorrow);
        assertThat(onlyAlert().telling().lastTold()).isEqualTo(NOON);
    }

    @Test
    void see_anOldSightingAfterTheInterval_tellsAgain() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        seeAt(NOON);
        clock.advance(REPEATED_AFTER);

        desk.see(List.of(seenAt(NOON.minus(REPEATED_AFTER))));

        assertThat(told()).hasSize(2);
    }

    @Test
    void see_worse_tellsAgainAtOnce_andByTheRoutesOfWhatItIsNow() {
        route(new Route(WARNING, List.of(TEAM_CHAT)).goingOn(), new Route(CRITICAL, List.of(PAGER)));
        desk.see(List.of(aSighting(WARNING, 3)));

        desk.see(List.of(aSighting(CRITICAL, 9)));

        assertThat(told()).containsExactly("team-chat", "team-chat", "on-call");
        assertThat(onlyAlert().severity()).isEqualTo(CRITICAL);
    }

    @Test
    void see_afterItWasResolved_isANewAlert() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        desk.see(List.of(aSighting(WARNING, 3)));
        storage.alerts()
                .change(
                        SLOW_COMMITS,
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(NOON), List.of()));

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(alerts()).hasSize(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void see_sightingsOfOneBatch_areOneChange() {
        route(new Route(WARNING, List.of(TEAM_CHAT)).goingOn(), new Route(CRITICAL, List.of(PAGER)));

        desk.see(List.of(aSighting(WARNING, 3), aSighting(CRITICAL, 9), aSighting(WARNING, 4)));

        assertThat(onlyAlert().recurrence().occurrences()).isEqualTo(3);
        assertThat(onlyAlert().evidence()).isEqualTo(evidence(9));
        assertThat(told()).containsExactly("team-chat", "on-call");
    }

    @Test
    void see_differentConditions_areDifferentAlerts() {
        desk.see(List.of(
                aSighting(WARNING, 3), new Sighting(SLOW_MERGES, WARNING, evidence(3), NOON), aSighting(WARNING, 3)));

        assertThat(alerts())
                .extracting(Alert::fingerprint, alert -> alert.recurrence().occurrences())
                .containsExactlyInAnyOrder(tuple(SLOW_COMMITS, 2L), tuple(SLOW_MERGES, 1L));
    }

    @Test
    void see_nothing_changesNothing() {
        desk.see(List.of());

        assertThat(alerts()).isEmpty();
    }

    @Test
    void see_aMemberOfAGroup_countsAndTellsNobody() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        desk.see(List.of(group("commit", "tag")));

        desk.see(List.of(aSighting(CRITICAL, 9)));

        assertThat(alerts()).extracting(Alert::fingerprint).containsExactlyInAnyOrder(SLOW_DISK, SLOW_COMMITS);
        assertThat(told()).hasSize(1);
    }

    @Test
    void see_anOperationBesideTheGroup_tells() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        desk.see(List.of(group("commit", "tag")));

        desk.see(List.of(new Sighting(SLOW_MERGES, WARNING, evidence(3), NOON)));

        assertThat(told()).hasSize(2);
    }

    @Test
    void see_whatIsNoSymptomOfTheGroup_tells() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        desk.see(List.of(group("commit", "tag")));
        Fingerprint approval = new Fingerprint(AlertType.BASELINE_APPROVAL, "commit", null);

        desk.see(List.of(new Sighting(approval, WARNING, evidence(3), NOON)));

        assertThat(told()).hasSize(2);
    }

    @Test
    void see_aMemberOfAGroup_tellsAgain_whenTheGroupIsOver() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        desk.see(List.of(group("commit", "tag")));
        assertThat(desk.over(SLOW_DISK, null)).isTrue();

        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(told()).hasSize(3);
    }

    @Test
    void inhibition_knowsTheGroupsThatOthersFound() {
        route(new Route(WARNING, List.of(TEAM_CHAT)));
        storage.alerts()
                .change(
                        SLOW_DISK,
                        (standing, freshId) ->
                                new Decision(Alert.raise(freshId.getAsLong(), group("commit", "tag")), List.of()));

        inhibition.refresh();
        desk.see(List.of(aSighting(WARNING, 3)));

        assertThat(told()).isEmpty();
    }

    private static Sighting group(String... members) {
        return new Sighting(SLOW_DISK, WARNING, evidence(3).withMembers(List.of(members)), NOON);
    }

    @Test
    void router_keepsItsRoutesUntilItIsRefreshed() {
        storage.routes().replace(List.of(new Route(WARNING, List.of(TEAM_CHAT))));
        desk.see(List.of(aSighting(WARNING, 3)));
        assertThat(told()).isEmpty();

        router.refresh();
        desk.see(List.of(aSighting(CRITICAL, 9)));

        assertThat(told()).containsExactly("team-chat");
    }

    private void route(Route... routes) {
        storage.routes().replace(List.of(routes));
        router.refresh();
    }

    private void seeAt(Instant now) {
        clock.set(now);
        desk.see(List.of(seenAt(now)));
    }

    private static Sighting seenAt(Instant at) {
        return new Sighting(SLOW_COMMITS, Severity.WARNING, evidence(3), at);
    }

    private List<Alert> alerts() {
        return reports().stream().map(AlertReport::alert).toList();
    }

    private Alert onlyAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private List<String> told() {
        return reports().stream()
                .flatMap(report -> report.told().stream())
                .map(Told::destination)
                .toList();
    }

    private List<AlertReport> reports() {
        return storage.alertReader().latest(Which.ALL, 100);
    }
}
