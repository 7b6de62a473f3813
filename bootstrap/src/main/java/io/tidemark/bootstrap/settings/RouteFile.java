package io.tidemark.bootstrap.settings;

import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.Map;

/**
 * Routes in a file of their own, written as in the settings.
 *
 * @param routes in their order
 * @param warnings what is doubtful about them
 */
public record RouteFile(List<Route> routes, List<Problem> warnings) {
    public RouteFile {
        routes = List.copyOf(routes);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads one.
     *
     * @param name what it is called in mistakes
     * @param channels the kind of channel of each destination that there is
     * @throws SettingsException with every mistake
     */
    public static RouteFile parse(String name, String text, Map<String, String> channels) {
        var report = new Report();
        var root = new YamlReader(name, new Variables(Map.of()), report).read(text);
        var file = new Section(List.of(), new YamlValue.Entry(root.place(), root), report);
        file.needs("routes", "a list of routes; [] when nobody shall be told");
        var read = RouteSettings.read(file, channels);
        SettingsLoader.reportUnknownKeys(report);
        if (!report.problems().isEmpty()) {
            throw new SettingsException(report.problems());
        }
        return new RouteFile(read.routes(), report.warnings());
    }
}
