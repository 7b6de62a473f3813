package io.tidemark.bootstrap.settings;

import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes routes as they stand in a file of settings, so that they can be changed where they are shown. */
public final class RouteText {
    private static final JsonMapper JSON = new JsonMapper();

    private RouteText() {}

    /** What {@link RouteFile} reads as these routes. */
    public static String of(List<Route> routes) {
        return routes.isEmpty()
                ? "routes: []\n"
                : routes.stream().map(RouteText::of).collect(Collectors.joining("", "routes:\n", ""));
    }

    private static String of(Route route) {
        StringBuilder text = new StringBuilder("- name: " + quoted(route.name()) + "\n");
        if (!route.matchers().isEmpty()) {
            line(
                    text,
                    "match",
                    list(route.matchers().stream().map(Matcher::toString).toList()));
        }
        line(
                text,
                "destinations",
                list(route.destinations().stream().map(Destination::name).toList()));
        if (route.goesOn()) {
            line(text, "continue", "true");
        }
        Grouping grouping = route.grouping();
        if (grouping != null) {
            line(text, "group-by", list(grouping.by()));
            line(text, "group-wait", Durations.print(grouping.waits()));
            line(text, "group-interval", Durations.print(grouping.interval()));
            line(text, "repeat-interval", Durations.print(grouping.repeats()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("  ").append(key).append(": ").append(value).append('\n');
    }

    private static String list(List<String> texts) {
        return texts.stream().map(RouteText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What JSON quotes, YAML 1.2 reads. */
    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
