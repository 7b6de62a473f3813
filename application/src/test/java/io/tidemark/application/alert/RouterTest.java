package io.tidemark.application.alert;

import static io.tidemark.application.port.StorageFixture.delivered;
import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.AlertFixture.evidence;
import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notice.Kind;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.notification.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the desk tells by routes that group, by wordings, and in a dry run. */
final class RouterTest {
    private static final Destination PAGER = new Destination("on-call", "pagerduty");
    private static final Fingerprint SLOW_MERGES = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "merge", null);

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);

    @Test
    void aRouteThatGroups_tellsAllInOneMessage_andThatTheyAreOver() {
        World world = new World(MessageSettings.DEFAULT, grouped());
        world.desk.alerts().see(List.of(aSighting(WARNING, 3), slowMerge()));
        assertThat(world.told()).isEmpty();

        clock.advance(Grouping.DEFAULT_WAIT);
        assertThat(world.groups.flush(clock.instant(), 10)).isEqualTo(1);
        List<Notice> first = world.told();
        storage.alertReader()
                .latest(Which.ALL, 10)
                .forEach(report -> world.desk.alerts().resolve(report.alert().id(), "ada"));
        clock.advance(Grouping.DEFAULT_INTERVAL);
        world.groups.flush(clock.instant(), 10);

        assertThat(first)
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Kind.FIRING))
                .satisfies(notice ->
                        assertThat(notice.content().title()).isEqualTo("2 alerts, type THRESHOLD_EXCEEDED (2 new)"))
                .satisfies(notice -> assertThat(notice.content().text()).contains("commit is slow", "merge is slow"));
        assertThat(world.told())
                .extracting(Notice::kind, notice -> notice.content().title())
                .containsExactly(
                        tuple(Kind.FIRING, "2 alerts, type THRESHOLD_EXCEEDED (2 new)"),
                        tuple(Kind.RESOLVED, "Over: 2 alerts, type THRESHOLD_EXCEEDED"));
        assertThat(storage.groups().groups()).isEmpty();
    }

    @Test
    void aMemberOfAGroup_isToldOfItsMessages() {
        World world = new World(MessageSettings.DEFAULT, grouped());
        world.desk.alerts().see(List.of(aSighting(WARNING, 3), slowMerge()));
        clock.advance(Grouping.DEFAULT_WAIT);
        world.groups.flush(clock.instant(), 10);

        assertThat(storage.alertReader().latest(Which.ALL, 10))
                .hasSize(2)
                .allSatisfy(report ->
                        assertThat(report.told()).extracting(Told::destination).containsExactly(TEAM_CHAT.name()));
    }

    @Test
    void aDryRun_sendsNothing_andIsTheReason() {
        DryRun noPager = new DryRun(false, Set.of(PAGER.name()));
        World world = new World(new MessageSettings(List.of(), noPager, null), new Route(WARNING, List.of(PAGER)));

        world.desk.alerts().see(List.of(aSighting(CRITICAL, 9)));

        assertThat(world.told()).isEmpty();
        assertThat(onlyReport().alert().telling().quiet())
                .isEqualTo(new Quiet(QuietReason.DRY_RUN, PAGER.name(), null));
    }

    @Test
    void aDryRunOfOneDestination_tellsTheOthers() {
        DryRun noPager = new DryRun(false, Set.of(PAGER.name()));
        World world =
                new World(new MessageSettings(List.of(), noPager, null), new Route(WARNING, List.of(PAGER, TEAM_CHAT)));

        world.desk.alerts().see(List.of(aSighting(CRITICAL, 9)));

        assertThat(world.told()).extracting(Notice::destination).containsExactly(TEAM_CHAT);
    }

    @Test
    void aWording_isForTheMessagesItIsMeantFor() {
        Wording brief = new Wording(
                new Wording.Use(null, "slack", null, Kind.FIRING), Template.parse("{subject} took {actual}"), null);
        World world = new World(
                new MessageSettings(List.of(brief), DryRun.NONE, null), new Route(WARNING, List.of(PAGER, TEAM_CHAT)));

        world.desk.alerts().see(List.of(aSighting(WARNING, 3)));

        assertThat(world.told())
                .extracting(Notice::content)
                .extracting(Content::title)
                .containsExactly(
                        "commit is slow: 3.00 ms, 3.00 times its normal p99 of 1.00 ms", "commit took 3.00 ms");
    }

    private AlertReport onlyReport() {
        return storage.alertReader().latest(Which.ALL, 2).get(0);
    }

    private static Route grouped() {
        return new Route(WARNING, List.of(TEAM_CHAT)).grouped(Grouping.byLabels("type"));
    }

    private static Sighting slowMerge() {
        return new Sighting(SLOW_MERGES, WARNING, evidence(3), NOON);
    }

    private final class World {
        private final List<Notice> taken = new ArrayList<>();
        private final Desk desk;
        private final Groups groups;

        private World(MessageSettings settings, Route... routes) {
            AlertLabels labels = new AlertLabels(storage.operationReader());
            Router router = new Router(storage.routes(), labels, settings);
            storage.routes().replace(List.of(routes));
            router.refresh();
            desk = Desk.over(storage, AlertPolicy.DEFAULT, List.of(), router, clock);
            groups = new Groups(storage.groups(), router, (alert, now) -> Optional.empty());
        }

        private List<Notice> told() {
            for (Claim claim : storage.outbox().claim(100, Duration.ofDays(1), Set.of())) {
                taken.add(claim.notification().notice());
                storage.outbox().settle(new Settlement(claim, delivered(NOON), new Next.Delivered()));
            }
            return List.copyOf(taken);
        }
    }
}
