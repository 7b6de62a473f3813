package io.tidemark.adapters.notify.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.adapters.notify.plugin.Breaker;
import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationConfig;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.LentServices;
import io.tidemark.adapters.notify.plugin.Pace;
import io.tidemark.adapters.notify.plugin.PluginLoader;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.ProbePolicy;
import io.tidemark.domain.notification.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
    private static final RetryPolicy AT_ONCE =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofHours(24), 3);
    private static final io.tidemark.domain.notification.Destination CHAT =
            new io.tidemark.domain.notification.Destination("chat", "scripted");
    private static final io.tidemark.domain.notification.Destination MAIL =
            new io.tidemark.domain.notification.Destination("mail", "scripted");

    @TempDir
    Path folder;

    private final Clocks clocks = Clocks.system();
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final Map<String, Destination> destinations = new LinkedHashMap<>();
    private Storage storage;
    private Plugins plugins;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        storage = Storages.create("memory", StorageSettings.NONE, clocks.wall());
        storage.prepare();
        LentServices lent = new LentServices(
                call -> {
                    throw new HttpFailure(HttpFailure.Kind.CONNECT, "there is no network in this test", null);
                },
                clocks.wall(),
                AddressRules.strict());
        plugins = new PluginLoader(lent, TimeLimit.defaults()).load(List.of(), classPathWithScriptedChannel());
    }

    @AfterEach
    void close() {
        if (dispatcher != null) {
            dispatcher.close(Duration.ZERO);
        }
        plugins.close();
        storage.close();
        ScriptedChannelFactory.SCRIPTS.clear();
    }

    @Test
    void notification_isDeliveredWithItsAttemptLogged() throws Exception {
        destination("chat", message -> {
            received.add(message);
            return Delivery.delivered().withStatus(200);
        });
        start(AT_ONCE);

        Alert alert = tell("commit", CHAT);

        Message message = received.poll(10, SECONDS);
        assertThat(message.content().title()).isEqualTo("slow");
        assertThat(message.content().link()).isEqualTo(URI.create("http://console:1/#alert-" + alert.id()));
        awaitDepth(DeliveryStatus.DELIVERED, 1);
        assertThat(storage.outboxReader().attempts(alert.id()))
                .extracting(
                        LoggedAttempt::destination,
                        line -> line.attempt().outcome(),
                        line -> line.attempt().answer().status())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("chat", Attempt.Outcome.DELIVERED, 200));
    }

    @Test
    void notificationFromBeforeTheStart_isDelivered() {
        tell("commit", CHAT);
        destination("chat", message -> Delivery.delivered());

        start(AT_ONCE);

        awaitDepth(DeliveryStatus.DELIVERED, 1);
    }

    @Test
    void troubleThatPasses_isTriedAgainWithTheSameMessage() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        destination("chat", message -> {
            received.add(message);
            return calls.incrementAndGet() < 3 ? Delivery.retryLater("http_503", "away") : Delivery.delivered();
        });
        start(AT_ONCE);

        Alert alert = tell("commit", CHAT);

        awaitDepth(DeliveryStatus.DELIVERED, 1);
        assertThat(received).hasSize(3).containsOnly(received.peek());
        assertThat(storage.outboxReader().attempts(alert.id()))
                .extracting(line -> line.attempt().answer().reason())
                .containsExactly("http_503", "http_503", "delivered");
    }

    @Test
    void refusedNotification_isADeadLetterAfterAFewAttempts() {
        destination("chat", message -> Delivery.refused("http_400", "invalid_blocks"));
        start(AT_ONCE);

        Alert alert = tell("commit", CHAT);

        awaitDepth(DeliveryStatus.FAILED, 1);
        assertThat(storage.outboxReader().attempts(alert.id())).hasSize(AT_ONCE.maxRefusals());
    }

    @Test
    void slowDestination_doesNotHoldUpAnother() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        destination("chat", message -> {
            never.await();
            return Delivery.delivered();
        });
        destination("mail", message -> {
            received.add(message);
            return Delivery.delivered();
        });
        start(AT_ONCE);

        for (int i = 0; i < 20; i++) {
            tell("operation " + i, CHAT, MAIL);
        }

        for (int i = 0; i < 20; i++) {
            assertThat(received.poll(20, SECONDS)).as("message %d", i).isNotNull();
        }
    }

    @Test
    void messagesAboutOneAlert_keepTheirOrder() {
        AtomicInteger calls = new AtomicInteger();
        destination("chat", message -> {
            received.add(message);
            return calls.incrementAndGet() % 3 == 0 ? Delivery.delivered() : Delivery.retryLater("http_503", "away");
        });
        for (int i = 0; i < 5; i++) {
            tell("commit", CHAT);
        }

        start(AT_ONCE);

        awaitDepth(DeliveryStatus.DELIVERED, 5);
        assertThat(received.stream().map(Message::id).distinct().toList())
                .isEqualTo(
                        received.stream().map(Message::id).sorted().distinct().toList());
        assertThat(received).hasSize(15);
    }

    @Test
    void destinationThatNobodyKnows_isSaidInTheLog() {
        start(AT_ONCE);

        Alert alert = tell("commit", CHAT);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> !storage.outboxReader().attempts(alert.id()).isEmpty());
        assertThat(storage.outboxReader()
                        .attempts(alert.id())
                        .get(0)
                        .attempt()
                        .answer()
                        .detail())
                .contains("no destination 'chat'");
    }

    @Test
    void pacedNotification_isNoAttempt() {
        AtomicInteger calls = new AtomicInteger();
        DestinationLimits slowly = limits().withPace(new Pace(1, Duration.ofMillis(300)));
        destination("chat", slowly, message -> {
            calls.incrementAndGet();
            return Delivery.delivered();
        });
        start(AT_ONCE);

        Alert first = tell("commit", CHAT);
        Alert second = tell("merge", CHAT);

        awaitDepth(DeliveryStatus.DELIVERED, 2);
        assertThat(calls).hasValue(2);
        assertThat(storage.outboxReader().attempts(first.id())).hasSize(1);
        assertThat(storage.outboxReader().attempts(second.id())).hasSize(1);
    }

    @Test
    void messagesThatWaitForAThrottledDestination_arriveAsOne() throws Exception {
        destination("chat", limits().withPace(new Pace(2, Duration.ofSeconds(1))), message -> {
            received.add(message);
            return Delivery.delivered();
        });
        for (int i = 0; i < 30; i++) {
            tell("operation " + i, CHAT);
        }

        start(AT_ONCE);

        awaitDepth(DeliveryStatus.DELIVERED, 31);
        assertThat(received).extracting(Message::kind).containsExactly(Message.Kind.DIGEST);
        assertThat(received.element().content().title()).startsWith("30 messages at once");
    }

    @Test
    void destinationThatIsDown_isReported_andLeftAlone_andProbedWithOneMessage() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BlockingQueue<String> reports = new LinkedBlockingQueue<>();
        destination(
                "chat",
                message -> calls.incrementAndGet() <= 2
                        ? Delivery.channelDown("http_403", "the webhook was revoked")
                        : Delivery.delivered());
        ProbePolicy probes = new ProbePolicy(Duration.ofMillis(300), Duration.ofMillis(300));
        start(AT_ONCE, reports, new DispatchSettings.Crowd(10, probes, Duration.ofDays(30)));

        tell("commit", CHAT);

        awaitDepth(DeliveryStatus.DELIVERED, 1);
        assertThat(reports.poll(10, SECONDS)).isEqualTo("chat is down: the webhook was revoked");
        assertThat(reports.poll(10, SECONDS)).isEqualTo("chat is down: the webhook was revoked");
        assertThat(reports.poll(10, SECONDS)).isEqualTo("chat works");
        assertThat(calls).hasValue(3);
    }

    @Test
    void close_waitsForTheDeliveryThatRuns() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        destination("chat", message -> {
            started.countDown();
            end.await();
            return Delivery.delivered();
        });
        start(AT_ONCE);
        tell("commit", CHAT);
        assertThat(started.await(10, SECONDS)).isTrue();

        Thread closing = new Thread(() -> dispatcher.close(Duration.ofSeconds(30)));
        closing.start();
        end.countDown();
        closing.join();

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 1L);
    }

    /** The class path of an embedder who declares the scripted channel. */
    private ClassLoader classPathWithScriptedChannel() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ChannelFactory.class.getName()), ScriptedChannelFactory.class.getName());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private void start(RetryPolicy retries) {
        DispatchSettings settings = new DispatchSettings(4, Duration.ofMinutes(1), Duration.ofMinutes(5), retries);
        dispatcher = Dispatcher.start(
                storage,
                () -> destinations,
                notice -> Links.to(URI.create("http://console:1/#alert-1")),
                settings,
                clocks);
    }

    private void start(RetryPolicy retries, Queue<String> reports, DispatchSettings.Crowd crowd) {
        DestinationReports noted = new DestinationReports() {
            @Override
            public void down(String destination, String detail, Instant at) {
                reports.add(destination + " is down: " + detail);
            }

            @Override
            public void works(String destination, Instant at) {
                reports.add(destination + " works");
            }

            @Override
            public Set<String> down() {
                return Set.of();
            }
        };
        dispatcher = Dispatcher.start(
                storage,
                new Dispatcher.Surroundings(
                        () -> destinations, notice -> Links.to(URI.create("http://console:1/")), noted),
                new DispatchSettings(4, Duration.ofMinutes(1), Duration.ofMinutes(5), retries, crowd),
                clocks);
    }

    private void destination(String name, ScriptedChannelFactory.Script script) {
        destination(name, limits(), script);
    }

    private void destination(String name, DestinationLimits limits, ScriptedChannelFactory.Script script) {
        ScriptedChannelFactory.SCRIPTS.put(name, script);
        DestinationConfig config = new DestinationConfig(name, "scripted", Map.of("script", name), limits);
        try {
            destinations.put(name, plugins.open(config));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void receiverThatAsksForAPause_getsNothingElseInTheMeantime() {
        AtomicInteger calls = new AtomicInteger();
        destination("chat", message -> {
            calls.incrementAndGet();
            return Delivery.retryLater("http_429", "slow down").withRetryAfter(Duration.ofHours(1));
        });
        destination("mail", message -> {
            received.add(message);
            return Delivery.delivered();
        });
        start(AT_ONCE);
        tell("commit", CHAT);
        await().atMost(Duration.ofSeconds(10)).until(() -> calls.get() == 1);
        awaitDepth(DeliveryStatus.PENDING, 1);

        tell("merge", CHAT);
        tell("revert", MAIL);

        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() == 1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void channelThatSpeaksLikeTheHost_isStillTried() {
        destination("chat", message -> Delivery.refused("host_paced", "not the host's"));
        start(AT_ONCE);

        Alert alert = tell("commit", CHAT);

        awaitDepth(DeliveryStatus.FAILED, 1);
        assertThat(storage.outboxReader().attempts(alert.id()))
                .extracting(line -> line.attempt().answer().reason())
                .containsOnly("channel_host_paced");
    }

    @Test
    void close_endsInTimeWhenEveryWorkerHangs() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(2);
        destination("chat", message -> {
            started.countDown();
            never.await();
            return Delivery.delivered();
        });
        start(AT_ONCE);
        tell("commit", CHAT);
        tell("merge", CHAT);
        await().atMost(Duration.ofSeconds(10)).until(() -> started.getCount() == 0);

        assertThatCode(() -> dispatcher.close(Duration.ofMillis(50))).doesNotThrowAnyException();

        assertThat(storage.outboxReader().depth()).containsEntry(DeliveryStatus.DELIVERED, 0L);
    }

    private static DestinationLimits limits() {
        return new DestinationLimits(
                new TimeLimit(Duration.ofMinutes(1), Duration.ofSeconds(1)),
                2,
                new Breaker(100, Duration.ofSeconds(1)),
                new Pace(1_000_000, Duration.ofSeconds(1)));
    }

    private Alert tell(String operation, io.tidemark.domain.notification.Destination... whom) {
        Fingerprint slow = StorageFixture.slow(operation);
        return storage.alerts()
                .change(slow, StorageFixture.seenAndTold(StorageFixture.sighting(slow, StorageFixture.RECENTLY), whom));
    }

    private void awaitDepth(DeliveryStatus status, long count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(storage.outboxReader().depth()).containsEntry(status, count));
    }
}
