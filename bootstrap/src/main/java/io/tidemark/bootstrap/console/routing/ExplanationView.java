package io.tidemark.bootstrap.console.routing;

import io.tidemark.application.alert.Explanation;
import io.tidemark.application.alert.Explanation.Message;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.RoutePath;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where an alert goes.
 *
 * @param quiet why nobody is told now, or empty
 * @param steps what each route says of it
 * @param messages what is said to whom; also when nobody is told for now
 */
public record ExplanationView(String quiet, List<Step> steps, List<Said> messages) {

    /**
     * What one route says.
     *
     * @param takes whether it takes the alert
     */
    public record Step(String route, boolean takes, String words) {}

    /** What is said to one destination. */
    public record Said(String destination, String channel, String when, String title, String text) {}

    /** An explanation in words. */
    public static ExplanationView of(Explanation explanation, Instant now) {
        Quiet quiet = explanation.quiet();
        return new ExplanationView(
                quiet == null ? "" : words(quiet),
                explanation.path().steps().stream().map(ExplanationView::step).toList(),
                explanation.messages().stream()
                        .map(message -> said(message, now))
                        .toList());
    }

    /** Why nobody is told. */
    public static String words(Quiet quiet) {
        String what = switch (quiet.reason()) {
            case REPEATED_WITHIN_INTERVAL -> "it was told less than the repeat interval ago";
            case TOLD_BEFORE -> "it was told, and is told again only when it gets worse";
            case ACKNOWLEDGED -> "somebody has taken it on";
            case MEMBER_OF_A_GROUP -> "the alert about all that degrade together was told";
            case UNDER_A_WORSE_ONE -> "there is a worse alert about the same subject";
            case MAINTENANCE_WINDOW -> "a maintenance window is open";
            case SILENCED -> "a silence matches it";
            case SNOOZED -> "it was put off";
            case EXPECTED -> "the operation is known to deviate so";
            case DRY_RUN -> "it is a dry run";
            case NO_ROUTE -> "no route names a destination for it";
        };
        return quiet.by().isEmpty() ? what : "%s (%s)".formatted(what, quiet.by());
    }

    private static Step step(RoutePath.Step step) {
        String name = step.route().name();
        return switch (step.outcome()) {
            case TAKES -> new Step(name, true, "takes it, and no other is asked");
            case TAKES_AND_GOES_ON -> new Step(name, true, "takes it, and the next ones are asked as well");
            case REFUSES ->
                new Step(
                        name,
                        false,
                        step.refusing().stream()
                                .map(Matcher::toString)
                                .collect(Collectors.joining(" ", "does not take it, as it is not ", "")));
            case NOT_ASKED -> new Step(name, false, "is not asked: one before has taken it");
        };
    }

    private static Said said(Message message, Instant now) {
        String when = message.at().isAfter(now) ? "at " + Wording.time(message.at(), now) : "at once";
        String group = message.group() == null ? "" : ", with others of " + message.group();
        String dry = message.dryRun() ? ", as a dry run: it is only written down" : "";
        return new Said(
                message.destination().name(),
                message.destination().channel(),
                when + group + dry,
                message.content().title(),
                message.content().text());
    }
}
