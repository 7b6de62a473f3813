package io.tidemark.bootstrap.delivery;

import static org.awaitility.Awaitility.await;

import io.tidemark.adapters.notify.dispatch.DispatchSettings;
import io.tidemark.adapters.notify.dispatch.Dispatcher;
import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.adapters.notify.http.HttpTimeLimits;
import io.tidemark.adapters.notify.http.OkHttpSender;
import io.tidemark.adapters.notify.http.SenderSettings;
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
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.RetryPolicy;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A process that sends what is in the outbox, until it is killed. */
final class DeliveringProcess implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(6);
    static final int PACE = 20;

    private static final String READY = "It delivers.";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final AddressRules ADDRESSES = new AddressRules(true, true, true, Set.of());

    private final Process process;

    private DeliveringProcess(Process process) {
        this.process = process;
    }

    /** @param services a folder that declares the channel */
    static DeliveringProcess start(Map<String, String> storage, URI receiver, Path services) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + services,
                DeliveringProcess.class.getName(),
                receiver.toString()));
        storage.forEach((key, value) -> command.add(key + "=" + value));
        Path log = Files.createTempFile(services, "daemon", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(log).contains(READY));
        return new DeliveringProcess(process);
    }

    /** Ends it without any warning. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        Clocks clocks = Clocks.system();
        Storage storage = Storages.create("postgres", new StorageSettings(settings), clocks.wall());
        OkHttpSender http = new OkHttpSender(SenderSettings.defaults()
                .withAddresses(ADDRESSES)
                .withLimits(new HttpTimeLimits(PATIENCE, PATIENCE, PATIENCE, PATIENCE)));
        Plugins plugins = new PluginLoader(new LentServices(http, clocks.wall(), ADDRESSES), TimeLimit.defaults())
                .load(List.of(), DeliveringProcess.class.getClassLoader());
        DestinationLimits limits = new DestinationLimits(
                new TimeLimit(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                4,
                new Breaker(1_000, Duration.ofSeconds(1)),
                new Pace(1_000_000, Duration.ofSeconds(1)));
        Map<String, Destination> destinations = Map.of(
                "fast", plugins.open(config("fast", arguments[0], limits)),
                "paced",
                        plugins.open(
                                config("paced", arguments[0], limits.withPace(new Pace(PACE, Duration.ofSeconds(1))))));
        RetryPolicy retries = new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofHours(1), 3);
        var unused = Dispatcher.start(
                storage,
                () -> destinations,
                notice -> Links.to(URI.create("http://127.0.0.1/")),
                new DispatchSettings(8, LEASE, Duration.ofSeconds(2), retries),
                clocks);
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private static DestinationConfig config(String name, String address, DestinationLimits limits) {
        return new DestinationConfig(name, "mark", Map.of("address", address + name), limits);
    }
}
