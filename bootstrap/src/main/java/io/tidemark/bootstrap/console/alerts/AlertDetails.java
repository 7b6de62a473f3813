package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.deployment.DeploymentRow;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.routing.ExplanationView;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.label.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One alert, from beginning to end.
 *
 * @param about what it is about
 * @param why what was expected, what was seen, and what would have kept it quiet; null when nobody noted it
 * @param deployed what was brought into use in the hour before it was raised
 * @param chart the operation around its time, or null when nothing is known of that time
 * @param course what happened to it, and whom it was told
 * @param decisions what can be said about it now
 * @param explanation where it goes
 */
record AlertDetails(
        Headline headline,
        About about,
        @Nullable Reason why,
        List<DeploymentRow> deployed,
        @Nullable TimeChart chart,
        Course course,
        Decisions decisions,
        ExplanationView explanation) {

    /**
     * What it is about.
     *
     * @param operation the operation to look at, or null when it is not about one
     * @param matchers the conditions that alerts like it fit
     * @param metadata what else is known of the run, by name
     */
    record About(
            long id,
            String type,
            @Nullable String operation,
            @Nullable String branch,
            String runbook,
            List<String> matchers,
            List<String> members,
            Map<String, String> metadata) {
        String operationHref() {
            return Address.of("/operations")
                    .with("name", operation == null ? "" : operation)
                    .href();
        }

        /** A silence of all alerts like it, to be looked at before it is made. */
        String silenceHref() {
            return Address.of("/quiet")
                            .with("preview", "silence")
                            .with("matchers", String.join("\n", matchers))
                            .href() + "#new-silence";
        }

        String othersHref() {
            return Address.of(AlertsQuery.PATH)
                    .with("state", "all")
                    .with("operation", operation == null ? "" : operation)
                    .href();
        }
    }

    /** @param spark the last values before it and at it, or null when it keeps none */
    record Reason(
            String expected,
            String seen,
            String quiet,
            @Nullable SparkView spark) {
        static Reason of(Why why) {
            Why.Sentences sentences = why.sentences();
            return new Reason(
                    sentences.expected(),
                    sentences.seen(),
                    sentences.quiet(),
                    why.recent().size() < 2 ? null : SparkView.ofValues(why));
        }
    }

    /** @param messages what became of each message about it */
    record Course(List<Timeline.Event> events, List<Message> messages) {}

    /** What became of one message. */
    record Message(String destination, String status, String attempts) {
        static Message of(Told told) {
            return new Message(
                    told.destination(), told.status().word(), Wording.counted(told.attempts(), "attempt", "attempts"));
        }
    }

    static Headline headline(AlertReport report, Instant now) {
        Alert alert = report.alert();
        String severity = AlertWords.of(alert.severity());
        Instant since = alert.recurrence().firstSeen();
        String detail = "%s, %s; since %s UTC (%s), seen %s"
                .formatted(
                        severity,
                        AlertWords.state(alert.state()),
                        Wording.time(since, now),
                        Wording.age(Duration.between(since, now)),
                        Wording.times(alert.recurrence().occurrences()));
        return new Headline(AlertWords.tone(alert.state(), severity), AlertWording.title(alert), detail);
    }

    static About about(Alert alert, @Nullable String operation) {
        return new About(
                alert.id(),
                AlertWords.type(alert.fingerprint().type()),
                operation,
                alert.fingerprint().branch(),
                "/runbooks/" + alert.fingerprint().type(),
                likes(alert.fingerprint()),
                alert.evidence().members(),
                new TreeMap<>(alert.evidence().metadata()));
    }

    /** The conditions that alerts of the same type and subject fit; none when the subject is too long for one. */
    private static List<String> likes(Fingerprint condition) {
        if (condition.subject().length() > Matcher.MAX_VALUE_LENGTH) {
            return List.of();
        }
        return List.of(
                new Matcher(Label.TYPE.word(), Operator.EQUAL, condition.type().name()).toString(),
                new Matcher(Label.SUBJECT.word(), Operator.EQUAL, condition.subject()).toString());
    }
}
