package io.tidemark.bootstrap.settings;

import io.tidemark.application.alert.MessageSettings;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.quiet.MaintenanceWindow;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All settings of the daemon: one component for each key at the top of the file, in its order.
 *
 * @param data the folder of the embedded PostgreSQL
 * @param destinations by name, in the order of the file
 */
public record Settings(
        DatabaseSettings database,
        Path data,
        HttpSettings http,
        RecordingSettings recording,
        BaselineSettings baselines,
        ScheduleSettings schedules,
        DetectionSettings detection,
        PluginSettings plugins,
        SecretsSettings secrets,
        Map<String, DestinationSettings> destinations,
        RouteSettings routes,
        List<MaintenanceWindow> windows,
        MessageSettings messages,
        AlertSettings alerts,
        DeliverySettings delivery,
        ShutdownSettings shutdown) {
    /** The data folder unless another one is set. */
    public static final Path DATA = Path.of("./tidemark-data");

    private static final RouteSettings DEMO =
            new RouteSettings(true, List.of(new Route(Severity.INFO, List.of(new Destination("demo", "log")))));

    public Settings {
        windows = List.copyOf(windows);
        destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
    }

    static Settings read(Section file) {
        var database = DatabaseSettings.read(file.section("database"));
        var data = file.value("data", Kind.path(), DATA);
        var http = HttpSettings.read(file.section("http"));
        var recording = RecordingSettings.read(file.section("recording"));
        var baselines = BaselineSettings.read(file.section("baselines"));
        var schedules = ScheduleSettings.read(file.section("schedules"));
        var detection = DetectionSettings.read(file.section("detection"));
        var plugins = PluginSettings.read(file.section("plugins"));
        var secrets = SecretsSettings.read(file.section("secrets"));
        var destinations = file.sections("destinations", DestinationSettings::read);
        var routes = RouteSettings.read(file, channels(destinations));
        var windows = WindowSettings.read(file);
        var messages = MessageTemplates.read(file, List.copyOf(destinations.keySet()));
        var alerts = AlertSettings.read(file.section("alerts"), List.copyOf(destinations.keySet()));
        var delivery = DeliverySettings.read(file.section("delivery"));
        var shutdown = ShutdownSettings.read(file.section("shutdown"));
        return new Settings(
                database,
                data,
                http,
                recording,
                baselines,
                schedules,
                detection,
                plugins,
                secrets,
                destinations,
                routes,
                windows,
                messages,
                alerts,
                delivery,
                shutdown);
    }

    /** The kind of channel of each destination. */
    public Map<String, String> channels() {
        return channels(destinations);
    }

    private static Map<String, String> channels(Map<String, DestinationSettings> destinations) {
        Map<String, String> channels = new LinkedHashMap<>();
        destinations.forEach((name, destination) -> channels.put(name, destination.channel()));
        return channels;
    }

    /** The same for a demonstration: loopback may be called, and without a destination messages are logged. */
    public Settings forDemo() {
        boolean silent = destinations.isEmpty();
        return new Settings(
                database,
                data,
                http,
                recording,
                baselines,
                schedules,
                detection,
                plugins,
                secrets,
                silent ? Map.of("demo", DestinationSettings.LOG) : destinations,
                silent ? DEMO : routes,
                windows,
                messages,
                alerts,
                delivery.withLoopback(),
                shutdown);
    }
}
