package io.tidemark.bootstrap.demo;

import static io.tidemark.bootstrap.demo.Incident.Shape.AT_ONCE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.tidemark.bootstrap.demo.Incident.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A branch of the simulated pgGit that is merged again and again, and loses its time in its own way.
 *
 * @param name what it is called
 * @param target what it is merged into
 * @param base what share of a merge without conflicts it takes to find the base
 * @param detection the same for detecting conflicts
 * @param quarrels its conflicts
 */
record DemoBranch(String name, String target, double base, double detection, Quarrels quarrels) {
    static final List<DemoBranch> ALL = List.of(
            new DemoBranch("feature/search", "main", 0.2, 0.5, new Quarrels(0.3, 0.25, 0.6)),
            new DemoBranch("feature/audit", "main", 0.2, 0.5, new Quarrels(0.2, 0.2, 0.3)),
            // two people work on the same objects, and few of their conflicts fit a rule
            new DemoBranch("feature/labels", "main", 0.15, 0.35, new Quarrels(0.7, 0.6, 0.9)),
            // it went its own way long ago
            new DemoBranch("main", "release", 0.6, 0.2, new Quarrels(0.1, 0.2, 0.3)),
            // small, and held up by locks
            new DemoBranch("hotfix/locks", "release", 0.12, 0.16, new Quarrels(0.05, 0.1, 0.3)));

    /** A new column in every object makes each comparison dearer, until somebody mends it. */
    private static final Incident NEW_COLUMN = lasting(Set.of("feature/audit"), ofHours(7 * 24 + 9), 2.2);

    /** Then imported commits make the way back to the base longer, until somebody mends that. */
    private static final Incident IMPORTED_COMMITS = lasting(Set.of("main"), ofHours(17 * 24 + 21), 1.9);

    /**
     * How often a merge has conflicts, what share of those is left to people, and how much longer it takes to resolve them,
     * in merges without conflicts.
     */
    record Quarrels(double share, double byHand, double resolution) {}

    /** How many times as long as usual it takes to find the base. */
    double longerBase(Instant at) {
        return factor(IMPORTED_COMMITS, at);
    }

    /** How many times as long as usual it takes to detect conflicts. */
    double longerDetection(Instant at) {
        return factor(NEW_COLUMN, at);
    }

    private double factor(Incident incident, Instant at) {
        return incident.operations().contains(name) && incident.lasts(at, Instant.EPOCH)
                ? incident.factorAt(at, Instant.EPOCH)
                : 1;
    }

    /** One after the other, in turns: there is always something that got slower a while ago. */
    private static Incident lasting(Set<String> branches, Duration after, double factor) {
        return new Incident(branches, new When(ofDays(21), after, ofHours(252), 0), AT_ONCE, factor, 1);
    }
}
