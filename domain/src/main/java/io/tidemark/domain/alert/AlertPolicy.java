package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

/**
 * What becomes of alerts.
 *
 * @param repeats when one that lasts is told again
 * @param repetition from how many times on it is critical
 * @param chains whom else to tell while nobody answers
 * @param recovery when it is over
 * @param newPerHour how many new ones about one subject an hour may bring, on each node; what comes on top is counted only
 */
public record AlertPolicy(
        RepeatPolicy repeats, Repetition repetition, EscalationChains chains, RecoveryPolicy recovery, int newPerHour) {
    public static final AlertPolicy DEFAULT = new AlertPolicy(
            RepeatPolicy.DEFAULT, Repetition.DEFAULT, EscalationChains.NONE, RecoveryPolicy.DEFAULT, 30);

    public AlertPolicy {
        requireNonNull(repeats, "repeats");
        requireNonNull(repetition, "repetition");
        requireNonNull(chains, "chains");
        requireNonNull(recovery, "recovery");
        if (newPerHour < 1) {
            throw new IllegalArgumentException("newPerHour %d must be at least 1".formatted(newPerHour));
        }
    }

    public AlertPolicy with(RepeatPolicy repeats) {
        return new AlertPolicy(repeats, repetition, chains, recovery, newPerHour);
    }

    public AlertPolicy with(EscalationChains chains) {
        return new AlertPolicy(repeats, repetition, chains, recovery, newPerHour);
    }

    public AlertPolicy with(Repetition repetition) {
        return new AlertPolicy(repeats, repetition, chains, recovery, newPerHour);
    }
}
