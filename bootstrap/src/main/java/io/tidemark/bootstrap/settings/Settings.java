package io.tidemark.bootstrap.settings;

import io.tidemark.domain.alert.Severity;
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
        Map<String, DestinationSettings> destinations,
        List<RouteSettings> routes,
        DeliverySettings delivery,
        ShutdownSettings shutdown) {
    public Settings {
        destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
        routes = List.copyOf(routes);
    }

    static Settings read(Section file) {
        var database = DatabaseSettings.read(file.section("database"));
        var data = file.value("data", Kind.path(), Path.of("./tidemark-data"));
        var http = HttpSettings.read(file.section("http"));
        var recording = RecordingSettings.read(file.section("recording"));
        var baselines = BaselineSettings.read(file.section("baselines"));
        var schedules = ScheduleSettings.read(file.section("schedules"));
        var detection = DetectionSettings.read(file.section("detection"));
        var plugins = PluginSettings.read(file.section("plugins"));
        var destinations = file.sections("destinations", DestinationSettings::read);
        var names = List.copyOf(destinations.keySet());
        var routes = file.sectionList("routes", section -> RouteSettings.read(section, names));
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
                destinations,
                routes,
                delivery,
                shutdown);
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
                silent ? Map.of("demo", DestinationSettings.LOG) : destinations,
                silent ? List.of(new RouteSettings(Severity.INFO, List.of("demo"))) : routes,
                delivery.withLoopback(),
                shutdown);
    }
}
