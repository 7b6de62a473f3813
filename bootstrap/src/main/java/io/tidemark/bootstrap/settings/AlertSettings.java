package io.tidemark.bootstrap.settings;

import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.RecoveryPolicy;
import io.tidemark.domain.alert.RecoveryPolicy.Patience;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Repetition;
import io.tidemark.domain.alert.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of alerts.
 *
 * @param repeatInterval when one that lasts is told again
 * @param repetition from how many times on it is critical
 * @param escalation whom else to tell while nobody answers, by severity
 * @param recovery when it is over
 * @param newPerHour how many new ones about one subject an hour may bring
 */
public record AlertSettings(
        Duration repeatInterval,
        Repetition repetition,
        Map<Severity, List<Step>> escalation,
        RecoveryPolicy recovery,
        int newPerHour) {
    private static final Map<String, AlertType> RECOVERING = Map.of(
            "threshold", AlertType.THRESHOLD_EXCEEDED,
            "anomaly", AlertType.ANOMALY,
            "degradation", AlertType.DEGRADATION,
            "correlated", AlertType.CORRELATED_DEGRADATION,
            "health", AlertType.HEALTH);

    /**
     * One step up.
     *
     * @param after how long nobody answered since the step before
     * @param destinations names of configured destinations
     */
    public record Step(Duration after, List<String> destinations) {
        public Step {
            destinations = List.copyOf(destinations);
        }

        static Step read(Section section, List<String> known) {
            section.needs("destinations", "a list of names of destinations");
            return new Step(
                    section.value("after", Kind.duration("0s", "7d"), Duration.ofMinutes(5)),
                    section.list("destinations", Kind.nameOf("destination", known)));
        }
    }

    public AlertSettings {
        escalation = Map.copyOf(escalation);
    }

    static AlertSettings read(Section section, List<String> destinations) {
        return new AlertSettings(
                section.value("repeat-interval", Kind.duration("0s", "7d"), RepeatPolicy.DEFAULT.interval()),
                repetition(section.section("critical-after")),
                escalation(section.section("escalation"), destinations),
                recovery(section.section("recovery")),
                section.value("new-per-hour", Kind.wholeNumber(1, 100_000), AlertPolicy.DEFAULT.newPerHour()));
    }

    private static Repetition repetition(Section section) {
        return new Repetition(
                section.value("times", Kind.wholeNumber(2, 10), Repetition.DEFAULT.times()),
                section.value("span", Kind.duration("1s", "7d"), Repetition.DEFAULT.span()));
    }

    private static Map<Severity, List<Step>> escalation(Section section, List<String> destinations) {
        Map<Severity, List<Step>> escalation = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            escalation.put(
                    severity,
                    section
                            .sectionList(
                                    severity.name().toLowerCase(Locale.ROOT), step -> Step.read(step, destinations))
                            .stream()
                            .filter(step -> !step.destinations().isEmpty())
                            .toList());
        }
        return escalation;
    }

    private static RecoveryPolicy recovery(Section section) {
        Map<AlertType, Patience> patience = new EnumMap<>(RecoveryPolicy.DEFAULT.patience());
        RECOVERING.keySet().stream().sorted().forEach(key -> {
            AlertType type = RECOVERING.getOrDefault(key, AlertType.HEALTH);
            patience.computeIfPresent(type, (same, usual) -> {
                Duration quiet = section.value(key, Kind.duration("1m", "7d"), usual.quiet());
                return new Patience(quiet, quiet.compareTo(usual.idle()) > 0 ? quiet : usual.idle());
            });
        });
        return new RecoveryPolicy(
                patience, section.value("share", Kind.decimal(0.0, 1.0), RecoveryPolicy.DEFAULT.share()));
    }
}
