package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.cli.Table.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the daemon says about routes, for people. */
final class RouteReport {
    private RouteReport() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw CommandFailure.cannot(
                    "%s cannot be read: give the path of a YAML file in UTF-8.".formatted(file), unreadable);
        }
    }

    static List<String> routes(JsonNode answer) {
        if (answer.path("routes").isEmpty()) {
            return List.of("There are no routes: nobody is told. 'tidemark routes set' sets some.");
        }
        var table = new Table(
                Column.left("ROUTE", 24),
                Column.left("TAKES", 48),
                Column.left("TELLS", 32),
                Column.left("GROUPED BY", 20),
                Column.left("THEN", 8));
        for (var route : answer.path("routes")) {
            table.row(
                    Text.of(route, "name", "?"),
                    route.path("match").isEmpty() ? "all" : joined(route.path("match")),
                    route.path("destinations").isEmpty() ? "nobody" : joined(route.path("destinations")),
                    joined(route.path("grouping").path("by")),
                    route.path("goesOn").asBoolean(false) ? "goes on" : "ends");
        }
        var lines = new ArrayList<>(table.lines());
        answer.path("warnings").forEach(warning -> lines.add("Warning: " + Text.printable(warning.asString())));
        return lines;
    }

    static List<String> explanation(JsonNode answer) {
        var lines = new ArrayList<String>();
        for (var step : answer.path("routes")) {
            var refusing = joined(step.path("refusing"));
            lines.add("%s: %s%s"
                    .formatted(
                            Text.of(step, "route", "?"),
                            Text.of(step, "outcome", "?").replace('_', ' '),
                            refusing.isEmpty() ? "" : ", as it is not " + refusing));
        }
        var quiet = answer.path("quiet");
        if (!quiet.isNull() && !quiet.isMissingNode()) {
            lines.add("Nobody is told: %s %s"
                    .formatted(Text.of(quiet, "reason", "?"), Text.of(quiet, "by", ""))
                    .strip());
        }
        for (var message : answer.path("messages")) {
            lines.add("");
            lines.add("To %s (%s) at %s%s%s"
                    .formatted(
                            Text.of(message, "destination", "?"),
                            Text.of(message, "channel", "?"),
                            Text.of(message, "at", "?"),
                            message.path("group").isNull() ? "" : ", with others of " + Text.of(message, "group", "?"),
                            message.path("dryRun").asBoolean(false) ? ", as a dry run" : ""));
            lines.add("  " + Text.of(message, "title", ""));
            message.path("text").asString().lines().forEach(line -> lines.add("  " + Text.printable(line)));
        }
        return lines;
    }

    static List<String> replay(JsonNode answer) {
        var table = new Table(Column.left("DESTINATION", 32), Column.right("ALERTS", 10), Column.right("MESSAGES", 10));
        for (var share : answer.path("destinations")) {
            table.row(
                    Text.of(share, "destination", "?"), Text.of(share, "alerts", "?"), Text.of(share, "messages", "?"));
        }
        var lines = new ArrayList<String>();
        lines.add("%s alerts since %s, of which nobody would have been told of %s."
                .formatted(
                        Text.of(answer, "alerts", "?"), Text.of(answer, "since", "?"), Text.of(answer, "untold", "?")));
        if (!answer.path("destinations").isEmpty()) {
            lines.addAll(table.lines());
        }
        return lines;
    }

    private static String joined(JsonNode texts) {
        return texts.valueStream().map(text -> Text.printable(text.asString())).collect(Collectors.joining(", "));
    }
}
