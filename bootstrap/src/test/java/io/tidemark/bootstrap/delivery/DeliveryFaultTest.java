package io.tidemark.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.bootstrap.delivery.TreacherousReceiver.Answer;
import io.tidemark.bootstrap.delivery.TreacherousReceiver.Heard;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives when the receiver is treacherous, daemons are killed, and the database is restarted. The
 * properties {@code fault.alerts} (for each kill), {@code fault.kills} and {@code fault.seed} make it longer, or another
 * one.
 */
class DeliveryFaultTest {
    private static final int ALERTS = Integer.getInteger("fault.alerts", 20);
    private static final int KILLS = Integer.getInteger("fault.kills", 1);
    private static final long SEED = Long.getLong("fault.seed", 20260302);
    private static final int PACED_ALERTS = 20;
    private static final List<Notice.Kind> STORY =
            List.of(Notice.Kind.FIRING, Notice.Kind.ACKNOWLEDGED, Notice.Kind.RESOLVED);
    private static final int MESSAGES = STORY.size() * KILLS * (ALERTS + PACED_ALERTS);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A daemon that dies takes along what it knows; so does what it has not stored while the database was away. */
    private static final long UNSEEN_NANOS = Duration.ofSeconds(3).toNanos();

    private final Random random = new Random(SEED);
    private final List<Long> deaths = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void whateverBreaks_nothingIsLost_inItsOrder_notFasterThanAllowed() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
        Map<String, String> settings = settings(postgres);
        try (TreacherousReceiver receiver = new TreacherousReceiver(SEED);
                Storage storage = Storages.create("postgres", new StorageSettings(settings), Clock.systemUTC())) {
            storage.prepare();
            try (DeliveringProcess lasting = DeliveringProcess.start(settings, receiver.address(), services())) {
                assertThat(lasting).isNotNull();
                for (int kill = 0; kill < KILLS; kill++) {
                    try (DeliveringProcess doomed = DeliveringProcess.start(settings, receiver.address(), services())) {
                        int before = receiver.heard().size();
                        tell(storage, "fast", kill * ALERTS, ALERTS);
                        tell(storage, "paced", kill * PACED_ALERTS, PACED_ALERTS);
                        int enough = before + 1 + random.nextInt(ALERTS);
                        await().atMost(PATIENCE).until(() -> receiver.heard().size() >= enough);
                        deaths.add(System.nanoTime());
                        doomed.kill();
                    }
                    postgres = restarted(postgres);
                }
                receiver.beKind();
                await().atMost(PATIENCE).until(() -> isDrained(storage));
            }
            judge(receiver.heard(), unseen(postgres));
            assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, (long) MESSAGES);
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres restarted(EmbeddedPostgres postgres) {
        deaths.add(System.nanoTime());
        postgres.close();
        EmbeddedPostgres again = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
        deaths.add(System.nanoTime());
        return again;
    }

    /** The messages of which a daemon has noted that it does not know whether they arrived. */
    private static Set<String> unseen(EmbeddedPostgres postgres) throws SQLException {
        Set<String> unseen = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password().reveal());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select subject
                        from tidemark.notification_attempts
                        join tidemark.notification_outbox as outbox on outbox.id = notification_id
                        where maybe_duplicate
                        """)) {
            while (rows.next()) {
                unseen.add(rows.getString(1));
            }
        }
        return unseen;
    }

    private void judge(List<Heard> heard, Set<String> unseen) {
        Map<String, List<Heard>> byMessage = new HashMap<>();
        heard.forEach(request -> byMessage
                .computeIfAbsent(request.mark(), first -> new ArrayList<>())
                .add(request));
        assertNothingIsLost(byMessage);
        assertOrder(heard);
        assertNoDuplicateThatCouldBeKnown(byMessage, unseen);
        assertPace(heard);
        System.out.printf(
                "seed %d: %d messages, %d requests, %d of them taken and said so more than once, %d kills and restarts%n",
                SEED,
                byMessage.size(),
                heard.size(),
                byMessage.values().stream()
                        .mapToLong(requests -> Math.max(
                                0, requests.stream().filter(Heard::isSaid).count() - 1))
                        .sum(),
                deaths.size());
    }

    private static void assertNothingIsLost(Map<String, List<Heard>> byMessage) {
        assertThat(byMessage).hasSize(MESSAGES);
        assertThat(byMessage.values()).allMatch(requests -> requests.stream().anyMatch(Heard::isSaid));
    }

    /** Marks end in the place in the story: it never goes back, and moves on only from what was taken. */
    private static void assertOrder(List<Heard> heard) {
        Map<String, Integer> reached = new HashMap<>();
        for (Heard request : heard) {
            int cut = request.mark().lastIndexOf(' ');
            int place = Integer.parseInt(request.mark().substring(cut + 1));
            String alert = request.mark().substring(0, cut);
            assertThat(place)
                    .as("after %s of %s", reached.get(alert), request.mark())
                    .isBetween(reached.getOrDefault(alert, 0), reached.getOrDefault(alert, 0) + 1);
            reached.put(alert, place);
        }
    }

    private void assertNoDuplicateThatCouldBeKnown(Map<String, List<Heard>> byMessage, Set<String> unseen) {
        byMessage
                .values()
                .forEach(requests -> requests.subList(0, requests.size() - 1).stream()
                        .filter(request -> request.isSaid() && !unseen.contains(request.mark()))
                        .forEach(known -> assertThat(deaths)
                                .as("%s came again", known)
                                .anyMatch(death -> Math.abs(death - known.nanos()) < UNSEEN_NANOS)));
    }

    private static void assertPace(List<Heard> heard) {
        List<Heard> paced = heard.stream()
                .filter(request -> request.destination().equals("paced"))
                .toList();
        for (int i = 0; i < paced.size(); i++) {
            assertPace(paced.get(i), paced.subList(i + 1, paced.size()));
        }
    }

    /** A request may be held up on its way, so that the next one follows close: as if it had come a second later. */
    private static void assertPace(Heard first, List<Heard> later) {
        for (int count = 1; count <= later.size(); count++) {
            double seconds = (later.get(count - 1).nanos() - first.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
            assertThat((double) count)
                    .as("how many within %s s from %s", seconds, first)
                    .isLessThanOrEqualTo(DeliveringProcess.PACE * (seconds + 1) + 1);
            if (count == 1 && first.answer() == Answer.THROTTLED) {
                assertThat(seconds).as("after it asked for a pause").isGreaterThanOrEqualTo(1);
            }
        }
    }

    private static boolean isDrained(Storage storage) {
        try {
            Map<DeliveryStatus, Long> depth = storage.outboxReader().depth();
            return depth.get(DeliveryStatus.PENDING) + depth.get(DeliveryStatus.SENDING) == 0;
        } catch (StorageException e) {
            return false;
        }
    }

    private static void tell(Storage storage, String destination, int from, int alerts) {
        for (int number = from; number < from + alerts; number++) {
            String name = destination + " " + number;
            Fingerprint slow = StorageFixture.slow(name);
            storage.alerts().change(slow, (standing, freshId) -> {
                Alert alert = Alert.raise(
                        freshId.getAsLong(),
                        StorageFixture.sighting(slow, Clock.systemUTC().instant()));
                return new Decision(
                        alert,
                        IntStream.range(0, STORY.size())
                                .mapToObj(place -> notice(alert, destination, place))
                                .toList());
            });
        }
    }

    private static Notice notice(Alert alert, String destination, int place) {
        return new Notice(
                Conversation.about(alert.id(), alert.fingerprint()),
                STORY.get(place),
                Severity.WARNING,
                new Destination(destination, "mark"),
                Content.of(alert.fingerprint().subject() + " " + place, "It got slower.", List.of()),
                Clock.systemUTC().instant());
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres) {
        return Map.of(
                "url", postgres.jdbcUrl(),
                "user", postgres.user(),
                "password", postgres.password().reveal(),
                "schema", "tidemark");
    }

    private Path services() throws IOException {
        Path declared = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(declared.resolve(ChannelFactory.class.getName()), MarkFactory.class.getName());
        return folder.resolve("services");
    }
}
