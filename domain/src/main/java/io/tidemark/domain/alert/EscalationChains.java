package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.Telling.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whom else to tell while nobody answers, for each severity one step after the other. An alert that gets worse begins the
 * chain of what it is now.
 *
 * @param chains the steps of each severity; one without steps goes no further
 */
public record EscalationChains(Map<Severity, List<Step>> chains) {
    public static final EscalationChains NONE = new EscalationChains(Map.of());

    /**
     * One step up.
     *
     * @param after how long nobody answered since the step before, or, for the first, since somebody was told
     * @param to whom to tell, at least one
     */
    public record Step(Duration after, List<Addressee> to) {
        public Step {
            requireNonNull(after, "after");
            to = List.copyOf(to);
            if (after.isNegative() || to.isEmpty()) {
                throw new IllegalArgumentException(
                        "a step after %s to %s must not come before the one before it, and must name a destination"
                                .formatted(after, to));
            }
        }
    }

    public EscalationChains {
        chains = chains.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }

    /** Where an alert of this severity stands that was told just now. */
    public Escalation begun(Severity severity, Instant now) {
        return after(0, severity, now);
    }

    /** The step that is due because nobody has answered. */
    public Optional<Step> due(Alert alert, Instant now) {
        Escalation escalation = alert.telling().escalation();
        Instant nextAt = escalation.nextAt();
        boolean due = alert.state() instanceof Open && nextAt != null && !now.isBefore(nextAt);
        return due ? step(escalation.steps(), alert.severity()) : Optional.empty();
    }

    /** Where an alert stands when its next step was taken just now. */
    public Escalation taken(Alert alert, Instant now) {
        return after(alert.telling().escalation().steps() + 1, alert.severity(), now);
    }

    private Escalation after(int steps, Severity severity, Instant now) {
        return new Escalation(
                steps, step(steps, severity).map(next -> now.plus(next.after())).orElse(null));
    }

    private Optional<Step> step(int number, Severity severity) {
        List<Step> steps = chains.getOrDefault(severity, List.of());
        return number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
    }
}
