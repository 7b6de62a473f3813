package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.MAIL;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.delivered;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.seenAndTold;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Place;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of {@link AlertReader}. */
public abstract class AlertReaderContract extends PortContract {
    @Test
    void latest_isEmptyWhenThereAreNone() {
        assertThat(storage.alertReader().latest(Which.ALL, 10)).isEmpty();
    }

    @Test
    void find_tellsTheAlertOfThatNumber_resolvedOrNot_andNoOther() {
        Alert open = raise("commit", minute(1));
        raise("merge", minute(2));
        Alert resolved = change("merge", alert -> alert.resolve(minute(4)));

        assertThat(storage.alertReader().find(open.id()).map(AlertReport::alert))
                .contains(open);
        assertThat(storage.alertReader().find(resolved.id()).map(AlertReport::alert))
                .contains(resolved);
        assertThat(storage.alertReader().find(open.id() + resolved.id())).isEmpty();
    }

    @Test
    void find_tellsWhatBecameOfItsNotifications() {
        Alert alert =
                storage.alerts().change(slow("commit"), seenAndTold(sighting(slow("commit"), minute(1)), CHAT, MAIL));

        assertThat(storage.alertReader().find(alert.id()).orElseThrow().told())
                .extracting(Told::destination)
                .containsExactly(CHAT.name(), MAIL.name());
    }

    @Test
    void latest_putsTheAlertSeenLastFirst() {
        Alert first = raise("commit", minute(1));
        Alert third = raise("merge", minute(3));
        Alert second = raise("rollback", minute(2));

        assertThat(latest(Which.ALL, 10)).containsExactly(third, second, first);
    }

    @Test
    void latest_goesByTheLastSightingNotTheFirst() {
        raise("commit", minute(1));
        Alert merge = raise("merge", minute(2));
        Alert commitAgain = raise("commit", minute(3));

        assertThat(latest(Which.ALL, 10)).containsExactly(commitAgain, merge);
    }

    @Test
    void latest_putsTheYoungestFirstOfThoseSeenAtTheSameInstant() {
        Alert oldest = raise("commit", RECENTLY);
        Alert older = raise("merge", RECENTLY);
        Alert youngest = raise("rollback", RECENTLY);

        assertThat(latest(Which.ALL, 10)).containsExactly(youngest, older, oldest);
    }

    @Test
    void latest_keepsAcknowledgedAndLeavesOutResolvedOnesAmongTheUnresolved() {
        Alert open = raise("commit", minute(1));
        raise("merge", minute(2));
        Alert acknowledged = change("merge", alert -> alert.acknowledge("grace", minute(4), null));
        raise("rollback", minute(3));
        change("rollback", alert -> alert.resolve(minute(4)));

        assertThat(latest(Which.UNRESOLVED, 10)).containsExactly(acknowledged, open);
    }

    @Test
    void latest_hasResolvedOnesAmongAll() {
        raise("commit", minute(1));
        Alert resolved = change("commit", alert -> alert.resolve(minute(4)));
        Alert raisedAnew = raise("commit", minute(5));

        assertThat(latest(Which.ALL, 10)).containsExactly(raisedAnew, resolved);
    }

    @Test
    void latest_givesNoMoreThanTheLimit() {
        raise("commit", minute(1));
        Alert second = raise("merge", minute(2));
        Alert third = raise("rollback", minute(3));

        assertThat(latest(Which.ALL, 2)).containsExactly(third, second);
    }

    @Test
    void latest_countsTheLimitWithoutThoseLeftOut() {
        Alert open = raise("commit", minute(1));
        raise("merge", minute(2));
        change("merge", alert -> alert.resolve(minute(4)));

        assertThat(latest(Which.UNRESOLVED, 1)).containsExactly(open);
    }

    @Test
    void latest_areThoseOfAState() {
        Alert open = raise("commit", minute(1));
        raise("merge", minute(2));
        Alert acknowledged = change("merge", alert -> alert.acknowledge("grace", minute(4), null));
        raise("rollback", minute(3));
        Alert resolved = change("rollback", alert -> alert.resolve(minute(4)));

        assertThat(latest(Which.OPEN, 10)).containsExactly(open);
        assertThat(latest(Which.ACKNOWLEDGED, 10)).containsExactly(acknowledged);
        assertThat(latest(Which.RESOLVED, 10)).containsExactly(resolved);
    }

    @Test
    void latest_areThoseOfASeverity_aType_andASubject() {
        Alert commit = raise("commit", minute(1));
        raise("merge", minute(2));
        Severity severity = commit.severity();
        AlertType type = commit.fingerprint().type();

        assertThat(latest(new Filter(Which.ALL, severity, type, "commit"), null, 10))
                .containsExactly(commit);
        assertThat(latest(new Filter(Which.ALL, severity, type, null), null, 10))
                .hasSize(2);
        assertThat(latest(new Filter(Which.ALL, other(severity), null, null), null, 10))
                .isEmpty();
        assertThat(latest(new Filter(Which.ALL, null, AlertType.HEALTH, null), null, 10))
                .isEmpty();
        assertThat(latest(new Filter(Which.ALL, null, null, "comm%"), null, 10)).isEmpty();
    }

    @Test
    void latest_goesOnFromAPlace() {
        Alert oldest = raise("commit", RECENTLY);
        Alert older = raise("merge", RECENTLY);
        Alert youngest = raise("rollback", RECENTLY);
        Filter all = Filter.of(Which.ALL);

        assertThat(latest(all, Place.of(youngest), 1)).containsExactly(older);
        assertThat(latest(all, Place.of(older), 10)).containsExactly(oldest);
        assertThat(latest(all, Place.of(oldest), 10)).isEmpty();
    }

    @Test
    void latest_goesOnWhereItWas_whenSomethingIsSeenMeanwhile() {
        Alert first = raise("commit", minute(1));
        Alert second = raise("merge", minute(2));
        Alert third = raise("rollback", minute(3));
        raise("diff", minute(4));
        raise("rollback", minute(5));

        assertThat(latest(Filter.of(Which.ALL), Place.of(third), 10)).containsExactly(second, first);
    }

    @Test
    void latest_tellsWhatBecameOfTheNotificationsOldestFirst() {
        storage.alerts().change(slow("commit"), seenAndTold(sighting(slow("commit"), minute(1)), MAIL, CHAT));
        storage.alerts().change(slow("commit"), seenAndTold(sighting(slow("commit"), minute(2)), MAIL));
        Claim mail = storage.outbox().claim(1, Duration.ofHours(1), Set.of()).get(0);
        storage.outbox().settle(new Settlement(mail, delivered(minute(3)), new Next.Delivered()));
        raise("merge", minute(0));

        List<AlertReport> reports = storage.alertReader().latest(Which.ALL, 10);
        assertThat(reports.get(0).told())
                .containsExactly(
                        new Told("ops-mail", DeliveryStatus.DELIVERED, 1),
                        new Told("ops-chat", DeliveryStatus.PENDING, 0),
                        new Told("ops-mail", DeliveryStatus.PENDING, 0));
        assertThat(reports.get(1).told()).isEmpty();
    }

    private List<Alert> latest(Which which, int limit) {
        return storage.alertReader().latest(which, limit).stream()
                .map(AlertReport::alert)
                .toList();
    }

    private List<Alert> latest(Filter filter, @Nullable Place after, int limit) {
        return storage.alertReader().latest(filter, after, limit).stream()
                .map(AlertReport::alert)
                .toList();
    }

    private static Severity other(Severity severity) {
        return severity == Severity.INFO ? Severity.WARNING : Severity.INFO;
    }

    private Alert raise(String operation, Instant at) {
        return storage.alerts().change(slow(operation), seen(sighting(slow(operation), at)));
    }

    private Alert change(String operation, UnaryOperator<Alert> change) {
        return storage.alerts()
                .change(
                        slow(operation),
                        (standing, freshId) -> new Decision(change.apply(standing.orElseThrow()), List.of()));
    }
}
