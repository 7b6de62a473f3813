package io.tidemark.bootstrap.settings;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which destinations are told about which alerts.
 *
 * @param given whether the file says so; what it does not say stays as it was set otherwise
 * @param routes in their order
 */
public record RouteSettings(boolean given, List<Route> routes) {
    private static final String KEY = "routes";
    private static final Pattern LABEL = Pattern.compile("^\\s*([A-Za-z_.-]+)");
    private static final List<String> GROUPED = List.of("group-wait", "group-interval", "repeat-interval");
    private static final List<String> LABELS =
            Arrays.stream(Label.values()).map(Label::word).toList();

    public RouteSettings {
        routes = List.copyOf(routes);
    }

    /** @param channels the kind of channel of each destination that may be named */
    static RouteSettings read(Section file, Map<String, String> channels) {
        List<Section> sections = new ArrayList<>();
        List<Route> routes = file.sectionList(KEY, section -> {
            sections.add(section);
            return route(section, sections.size(), channels);
        });
        reportTwins(sections, routes);
        reportUnreachable(sections, routes);
        return new RouteSettings(file.has(KEY), routes);
    }

    private static Route route(Section section, int number, Map<String, String> channels) {
        var name = section.value(
                "name",
                Kind.text(
                        "1 to %d characters, none of them a control character".formatted(Route.MAX_NAME_LENGTH),
                        "(?=.*\\S)[^\\p{Cntrl}]{1,%d}".formatted(Route.MAX_NAME_LENGTH)),
                "route " + number);
        var matchers =
                new ArrayList<>(Route.atLeast(section.value("severity", Kind.oneOf(Severity.class), Severity.INFO)));
        matchers.addAll(section.parsed("match", Matcher::parse, RouteSettings::meantLabel));
        section.needs("destinations", "a list of names of destinations; [] when nobody shall be told");
        var destinations =
                section.list("destinations", Kind.nameOf("destination", List.copyOf(channels.keySet()))).stream()
                        .map(to -> new Destination(to, channels.getOrDefault(to, "")))
                        .toList();
        var goesOn = section.value("continue", Kind.bool(), false);
        return new Route(name, matchers, destinations, goesOn, grouping(section));
    }

    private static @Nullable Grouping grouping(Section section) {
        if (!section.has("group-by")) {
            GROUPED.stream().filter(section::has).forEach(key -> withoutGroups(section, key));
            return null;
        }
        var by = section.parsed("group-by", RouteSettings::label, RouteSettings::meantLabel);
        var wait = section.value("group-wait", Kind.duration("0s", "1d"), Grouping.DEFAULT_WAIT);
        var interval = section.value("group-interval", Kind.duration("1s", "1d"), Grouping.DEFAULT_INTERVAL);
        var repeats = section.value("repeat-interval", Kind.duration("1s", "30d"), Grouping.DEFAULT_REPEATS);
        boolean fits = repeats.compareTo(interval) >= 0;
        section.check(
                fits,
                "repeat-interval",
                "no shorter than group-interval (%s), as a group is looked at no more often"
                        .formatted(Durations.print(interval)));
        boolean alone = !by.contains(Grouping.ALL) || by.size() == 1;
        section.check(alone, "group-by", "[...] alone, which stands for all labels, or a list of labels");
        return fits && alone ? new Grouping(by, wait, interval, repeats) : null;
    }

    private static void withoutGroups(Section section, String key) {
        var unused = section.value(key, Kind.duration("0s", "30d"), Grouping.DEFAULT_WAIT);
        section.check(false, key, "left out without group-by: group-by: [...] groups each by itself");
    }

    /** Grouping itself says what labels there are. */
    private static String label(String text) {
        return Grouping.byLabels(text).by().get(0);
    }

    static Optional<String> meantLabel(String written) {
        var label = LABEL.matcher(written);
        return label.find() && !LABELS.contains(label.group(1))
                ? Suggestion.closest(label.group(1), LABELS)
                : Optional.empty();
    }

    private static void reportTwins(List<Section> sections, List<Route> routes) {
        Set<String> names = new HashSet<>();
        for (int place = 0; place < routes.size(); place++) {
            var name = routes.get(place).name();
            sections.get(place).check(names.add(name), "name", "another than that of an earlier route, " + name);
        }
    }

    private static void reportUnreachable(List<Section> sections, List<Route> routes) {
        for (int place = 0; place < routes.size(); place++) {
            var route = routes.get(place);
            if (route.matchers().isEmpty() && !route.goesOn()) {
                var rest = routes.subList(place + 1, routes.size());
                if (!rest.isEmpty()) {
                    sections.get(place + 1)
                            .warn(
                                    "no alert reaches %s, as %s before takes them all; move it up, or say continue: true there"
                                            .formatted(
                                                    rest.stream()
                                                            .map(Route::name)
                                                            .collect(Collectors.joining(", ")),
                                                    route.name()));
                }
                return;
            }
        }
    }
}
