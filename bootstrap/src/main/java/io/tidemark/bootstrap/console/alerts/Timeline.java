package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.application.quiet.SilenceDesk.Standing;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Telling.Escalation;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.quiet.FiledSilence.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to an alert, in the order in which it did. */
final class Timeline {
    private final Alert alert;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();

    private Timeline(Alert alert, Instant now) {
        this.alert = alert;
        this.now = now;
    }

    /**
     * Something that happened, or will.
     *
     * @param tone the name of its shape and colour
     */
    record Event(Instant at, String time, String tone, String what, String detail) {}

    static List<Event> of(Alert alert, List<LoggedAttempt> attempts, List<Standing> snoozes, Instant now) {
        Timeline timeline = new Timeline(alert, now);
        timeline.seen();
        attempts.forEach(timeline::tried);
        snoozes.forEach(timeline::putOff);
        timeline.takenOn();
        timeline.ended();
        timeline.escalates();
        timeline.events.sort(Comparator.comparing(Event::at));
        return List.copyOf(timeline.events);
    }

    private void seen() {
        add(alert.recurrence().firstSeen(), AlertWords.of(alert.severity()), "Raised", "");
        if (alert.recurrence().occurrences() > 1) {
            add(
                    alert.recurrence().lastSeen(),
                    AlertWords.of(alert.severity()),
                    "Seen for the last time so far",
                    Wording.times(alert.recurrence().occurrences()) + " in all");
        }
    }

    private void tried(LoggedAttempt logged) {
        Attempt attempt = logged.attempt();
        boolean isDelivered = attempt.outcome() == Attempt.Outcome.DELIVERED;
        String outcome = switch (attempt.outcome()) {
            case DELIVERED -> "Told " + logged.destination();
            case RETRY_LATER -> "Could not tell %s, to be tried again".formatted(logged.destination());
            case REFUSED -> "%s refused the message".formatted(logged.destination());
            case CHANNEL_DOWN -> "%s takes nothing any more".formatted(logged.destination());
        };
        String took = Wording.duration(attempt.took().toNanos() / 1e3);
        String detail = isDelivered
                ? "in " + took
                : "%s: %s, after %s"
                        .formatted(attempt.answer().reason(), attempt.answer().detail(), took);
        add(attempt.at(), isDelivered ? "delivered" : "failed", outcome, detail);
    }

    private void putOff(Standing standing) {
        Instant end = standing.filed().end();
        add(
                standing.filed().silence().time().from(),
                "unknown",
                "Put off by %s until %s".formatted(standing.filed().silence().author(), Wording.time(end, now)),
                standing.filed().silence().reason() + (standing.state() == State.EXPIRED ? " (over)" : ""));
    }

    private void takenOn() {
        Acknowledged taken = alert.state().taken();
        if (taken != null) {
            Instant until = taken.until();
            String end = until == null ? "" : " until " + Wording.time(until, now);
            String note = taken.note() == null ? "" : taken.note();
            add(taken.at(), "fine", "Taken on by " + taken.by() + end, note);
        }
    }

    private void ended() {
        if (alert.state() instanceof Resolved end) {
            String recovered = end.recoveredMicros() == null
                    ? ""
                    : "back to " + Wording.duration(end.recoveredMicros().doubleValue()) + ", ";
            String lasted = Wording.age(Duration.between(alert.recurrence().firstSeen(), end.at()));
            add(
                    end.at(),
                    "fine",
                    end.by() == null ? "Found to be over" : "Resolved by " + end.by(),
                    "%safter %s".formatted(recovered, lasted));
        }
    }

    private void escalates() {
        Escalation escalation = alert.telling().escalation();
        Instant next = escalation.nextAt();
        if (next != null && !alert.state().isOver()) {
            add(
                    next,
                    "unknown",
                    "To go up another step, unless somebody takes it on",
                    "step %d".formatted(escalation.steps() + 1));
        }
    }

    private void add(Instant at, String tone, String what, String detail) {
        events.add(new Event(at, Wording.time(at, now), tone, what, detail));
    }
}
