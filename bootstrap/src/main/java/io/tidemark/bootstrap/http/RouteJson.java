package io.tidemark.bootstrap.http;

import io.tidemark.application.alert.Explanation;
import io.tidemark.application.alert.Explanation.Message;
import io.tidemark.bootstrap.settings.Problem;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.notification.RoutePath.Step;
import io.tidemark.domain.notification.RouteReplay.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A route, as the interface tells it. */
record RouteJson(
        String name,
        List<String> match,
        List<String> destinations,
        boolean goesOn,
        @Nullable GroupingJson grouping) {
    static RouteJson of(Route route) {
        return new RouteJson(
                route.name(),
                texts(route.matchers()),
                route.destinations().stream().map(Destination::name).toList(),
                route.goesOn(),
                GroupingJson.of(route.grouping()));
    }

    private static List<String> texts(List<Matcher> matchers) {
        return matchers.stream().map(Matcher::toString).toList();
    }

    record GroupingJson(List<String> by, String waits, String interval, String repeats) {
        static @Nullable GroupingJson of(@Nullable Grouping grouping) {
            return grouping == null
                    ? null
                    : new GroupingJson(
                            grouping.by(),
                            grouping.waits().toString(),
                            grouping.interval().toString(),
                            grouping.repeats().toString());
        }
    }

    record RoutesJson(List<RouteJson> routes, List<String> warnings) {
        static RoutesJson of(List<Route> routes, List<Problem> warnings) {
            return new RoutesJson(
                    routes.stream().map(RouteJson::of).toList(),
                    warnings.stream().map(Problem::toString).toList());
        }
    }

    /** Where an alert goes; {@code quiet} says why nobody is told now, if so. */
    record ExplanationJson(
            Map<String, String> labels,
            List<StepJson> routes,
            @Nullable QuietJson quiet,
            List<MessageJson> messages) {
        static ExplanationJson of(Explanation explanation) {
            return new ExplanationJson(
                    new TreeMap<>(explanation.labels().texts()),
                    explanation.path().steps().stream().map(StepJson::of).toList(),
                    QuietJson.of(explanation.quiet()),
                    explanation.messages().stream().map(MessageJson::of).toList());
        }
    }

    record StepJson(String route, String outcome, List<String> refusing) {
        static StepJson of(Step step) {
            return new StepJson(
                    step.route().name(), step.outcome().name().toLowerCase(Locale.ROOT), texts(step.refusing()));
        }
    }

    record QuietJson(String reason, String by, @Nullable Instant until) {
        static @Nullable QuietJson of(@Nullable Quiet quiet) {
            return quiet == null ? null : new QuietJson(quiet.reason().name(), quiet.by(), quiet.until());
        }
    }

    record MessageJson(
            String destination,
            String channel,
            Instant at,
            @Nullable String group,
            boolean dryRun,
            String title,
            String text) {
        static MessageJson of(Message message) {
            return new MessageJson(
                    message.destination().name(),
                    message.destination().channel(),
                    message.at(),
                    message.group(),
                    message.dryRun(),
                    message.content().title(),
                    message.content().text());
        }
    }

    record ReplayJson(Instant since, int alerts, int untold, List<ShareJson> destinations) {
        static ReplayJson of(Instant since, Tally tally) {
            return new ReplayJson(
                    since,
                    tally.alerts(),
                    tally.untold(),
                    tally.destinations().entrySet().stream()
                            .map(share -> new ShareJson(
                                    share.getKey(),
                                    share.getValue().alerts(),
                                    share.getValue().messages()))
                            .toList());
        }
    }

    record ShareJson(String destination, int alerts, long messages) {}
}
