package io.tidemark.application.alert;

import static io.tidemark.domain.timing.DurationText.digits;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Runbook;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Content.Fact;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Trend;
import io.tidemark.domain.timing.DurationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What messages say about alerts. */
public final class AlertWording {
    /** Under which name the metadata of an alert says what happened. */
    static final String DETAIL = "detail";

    private AlertWording() {}

    /** One line: what, and how bad. */
    public static String title(Alert alert) {
        Figures figures = alert.evidence().figures();
        String subject = subject(alert);
        String actual = DurationText.of((double) figures.actualMicros());
        String factor = digits(figures.multiplier());
        String normal = DurationText.of(figures.baselineP99Micros());
        return switch (alert.fingerprint().type()) {
            case THRESHOLD_EXCEEDED ->
                "%s is slow: %s, %s times its normal p99 of %s".formatted(subject, actual, factor, normal);
            case ANOMALY -> "%s is unusual: %s, %s times its normal %s".formatted(subject, actual, factor, normal);
            case DEGRADATION -> "%s got slower: %s, %s times the %s before".formatted(subject, actual, factor, normal);
            case CORRELATED_DEGRADATION ->
                "%s got slower together (%s): %s times what is normal"
                        .formatted(operations(alert.evidence().members()), cause(subject), factor);
            case BASELINE_APPROVAL ->
                "The baseline of %s waits for approval: its p99 would change from %s to %s"
                        .formatted(subject, normal, actual);
            case HEALTH -> subject;
            case CHANNEL_DOWN -> "Destination %s takes no messages%s".formatted(subject, detail(alert));
            case SYSTEM -> subject + detail(alert);
        };
    }

    /** What a message of that kind says. */
    static Content of(Alert alert, Notice.Kind kind, Instant now) {
        return switch (kind) {
            case FIRING, DIGEST -> raised(alert);
            case ACKNOWLEDGED -> AlertCourse.acknowledged(alert);
            case RESOLVED -> AlertCourse.resolved(alert, now);
        };
    }

    static Content raised(Alert alert) {
        Why why = alert.evidence().why();
        String reason = why == null ? "" : " " + why.text();
        return new Content(title(alert), what(alert) + reason + "\n" + advice(alert), facts(alert), trend(why));
    }

    /** What to do first. */
    private static String advice(Alert alert) {
        return "What to do: " + Runbook.of(alert.fingerprint().type()).first();
    }

    /** What it means, in a sentence. */
    static String what(Alert alert) {
        Evidence evidence = alert.evidence();
        String normal = DurationText.of(evidence.figures().baselineP99Micros());
        return switch (alert.fingerprint().type()) {
            case THRESHOLD_EXCEEDED ->
                "A run of %s took longer than its baseline allows: 99 in 100 take at most %s."
                        .formatted(subject(alert), normal);
            case ANOMALY -> "Runs of %s do not fit what it did before.".formatted(subject(alert));
            case DEGRADATION -> "%s is slower than before, and stays so.".formatted(subject(alert));
            case CORRELATED_DEGRADATION ->
                "%s degrade together, so that what they share is the likely cause."
                        .formatted(operations(evidence.members()));
            case BASELINE_APPROVAL ->
                "What is normal for %s would change by so much that somebody should say whether it is."
                        .formatted(subject(alert));
            case HEALTH -> subject(alert) + ".";
            case CHANNEL_DOWN ->
                "What is sent to %s waits until it takes messages again%s.".formatted(subject(alert), detail(alert));
            case SYSTEM -> subject(alert) + detail(alert) + ".";
        };
    }

    private static List<Fact> facts(Alert alert) {
        Evidence evidence = alert.evidence();
        List<Fact> facts = new ArrayList<>();
        if (!evidence.figures().equals(Figures.NONE)) {
            facts.add(new Fact(
                    "Actual", DurationText.of((double) evidence.figures().actualMicros())));
            facts.add(new Fact(
                    normalName(alert), DurationText.of(evidence.figures().baselineP99Micros())));
            facts.add(new Fact("Factor", digits(evidence.figures().multiplier())));
        }
        facts.add(new Fact("Since", alert.recurrence().firstSeen().toString()));
        facts.add(new Fact("Seen", Long.toString(alert.recurrence().occurrences())));
        if (!evidence.user().isEmpty()) {
            facts.add(new Fact("User", evidence.user()));
        }
        return facts;
    }

    private static String detail(Alert alert) {
        String detail = alert.evidence().metadata().getOrDefault(DETAIL, "");
        return detail.isEmpty() ? "" : ": " + detail;
    }

    private static @Nullable Trend trend(@Nullable Why why) {
        return why == null || why.recent().isEmpty()
                ? null
                : new Trend(
                        why.recent(), why.expected().lowMicros(), why.expected().highMicros());
    }

    private static String normalName(Alert alert) {
        return alert.evidence().baselineId() == null ? "Normal" : "Normal (p99)";
    }

    private static String operations(List<String> members) {
        int last = members.size() - 1;
        return last < 1
                ? String.join("", members)
                : String.join(", ", members.subList(0, last)) + " and " + members.get(last);
    }

    /** The first word is that of a bottleneck. */
    private static String cause(String subject) {
        String bottleneck = subject.split(" ", 2)[0];
        return bottleneck.toLowerCase(Locale.ROOT).replace('_', ' ') + subject.substring(bottleneck.length());
    }

    static String subject(Alert alert) {
        String branch = alert.fingerprint().branch();
        String operation = alert.fingerprint().subject();
        return branch == null ? operation : operation + " on " + branch;
    }
}
