package io.tidemark.bootstrap.delivery;

import io.tidemark.adapters.notify.dispatch.DispatchSettings;
import io.tidemark.adapters.notify.dispatch.Dispatcher;
import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.adapters.notify.http.OkHttpSender;
import io.tidemark.adapters.notify.http.SenderSettings;
import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationConfig;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.LentServices;
import io.tidemark.adapters.notify.plugin.Pace;
import io.tidemark.adapters.notify.plugin.PluginLoader;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Storage;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Links;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tidemark: the alert and its notices are committed before anything is sent. */
final class Ours implements Contender {
    private static final int NOTICES_AT_ONCE = 1_000;
    private static final AddressRules ADDRESSES = new AddressRules(true, true, true, Set.of());
    private static final io.tidemark.domain.notification.Destination HOOK =
            new io.tidemark.domain.notification.Destination("hook", "hook");

    private final Clocks clocks = Clocks.system();
    private final Storage storage;
    private final OkHttpSender http;
    private final Plugins plugins;
    private final Map<String, Destination> destinations;
    private Dispatcher dispatcher;

    Ours(Storage storage, URI receiver, Path folder) throws IOException, InterruptedException {
        this.storage = storage;
        this.http = new OkHttpSender(SenderSettings.defaults().withAddresses(ADDRESSES));
        this.plugins = new PluginLoader(new LentServices(http, clocks.wall(), ADDRESSES), TimeLimit.defaults())
                .load(List.of(), withHook(folder));
        DestinationLimits limits = DestinationLimits.defaults()
                .withParallelCalls(16)
                .withPace(new Pace(1_000_000, Duration.ofSeconds(1)));
        this.destinations = Map.of(
                "hook",
                plugins.open(new DestinationConfig("hook", "hook", Map.of("address", receiver.toString()), limits)));
        this.dispatcher = dispatcher();
    }

    private static ClassLoader withHook(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ChannelFactory.class.getName()), HookFactory.class.getName());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Ours.class.getClassLoader());
    }

    private Dispatcher dispatcher() {
        return Dispatcher.start(
                storage,
                () -> destinations,
                notice -> Links.to(URI.create("http://127.0.0.1/")),
                DispatchSettings.DEFAULT,
                clocks);
    }

    @Override
    public String name() {
        return "Tidemark, PostgreSQL with fsync";
    }

    /** What waits in the outbox when a daemon starts. */
    @Override
    public long sendAll(List<String> marks) throws InterruptedException {
        awaitDrained();
        dispatcher.close();
        for (int from = 0; from < marks.size(); from += NOTICES_AT_ONCE) {
            tell(marks.subList(from, Math.min(marks.size(), from + NOTICES_AT_ONCE)));
        }
        long start = System.nanoTime();
        dispatcher = dispatcher();
        return start;
    }

    @Override
    public void sendOne(String mark) {
        tell(List.of(mark));
    }

    private void tell(List<String> marks) {
        Fingerprint condition = new Fingerprint(AlertType.DEGRADATION, marks.get(0), null);
        Evidence evidence = new Evidence(new Figures(200_000, 100_000, 2), null, "", null, List.of());
        Sighting sighting =
                new Sighting(condition, Severity.WARNING, evidence, clocks.wall().instant());
        storage.alerts().change(condition, (standing, freshId) -> {
            Alert alert = Alert.raise(freshId.getAsLong(), sighting);
            return new Decision(
                    alert,
                    marks.stream().map(mark -> notice(alert, mark)).toList());
        });
    }

    private Notice notice(Alert alert, String mark) {
        return new Notice(
                new Conversation(mark, alert.id(), "DEGRADATION", mark, null),
                Notice.Kind.FIRING,
                Severity.WARNING,
                HOOK,
                Content.of(mark, "It got slower.", List.of()),
                clocks.wall().instant());
    }

    private void awaitDrained() throws InterruptedException {
        while (storage.outboxReader().depth().get(DeliveryStatus.PENDING) > 0
                || storage.outboxReader().depth().get(DeliveryStatus.SENDING) > 0) {
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws InterruptedException {
        awaitDrained();
        dispatcher.close();
        plugins.close();
        http.close();
    }
}
