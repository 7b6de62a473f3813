package io.tidemark.application.quality;

import io.tidemark.application.quality.Event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a rule told against what happened.
 *
 * <p>A spike is found when its timing is reported. An incident or a bottleneck is found when a report is about a moment of
 * it. What lasts is found by a rule of what lasts when a report dates it from half a day before to three days after its
 * start; and by a rule of single timings when that reports a tenth of the timings of the first day. The delay is from the
 * start of the event until the first such report. A false alarm is a report about a moment at which nothing happens to the
 * operation, nor has for a day; the same moment counts once, whoever often it is told.
 */
final class Truth {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration EARLY = Duration.ofHours(12);
    private static final Duration LATE = Duration.ofDays(3);
    private static final double ENOUGH_OF_A_DAY = 0.1;

    private final Rule rule;
    private final Map<Kind, List<Optional<Duration>>> delays = new EnumMap<>(Kind.class);
    private long falseAlarms;
    private long falseChecks;
    private double quietWeeks;
    private long quietTimings;
    private long quietChecks;

    Truth(Rule rule) {
        this.rule = rule;
    }

    void add(List<Trail> trails) {
        List<Report> reports = rule.reports(trails);
        for (Trail trail : trails) {
            List<Report> own = reports.stream()
                    .filter(report -> report.operation().equals(trail.pace().name()))
                    .sorted(Comparator.comparing(Report::told))
                    .toList();
            for (Event event : trail.events()) {
                delays.computeIfAbsent(event.kind(), kind -> new ArrayList<>()).add(delay(event, trail, own));
            }
            countQuiet(trail, own);
        }
    }

    Rule rule() {
        return rule;
    }

    /** How often it was told of a moment when nothing happened. */
    long falseAlarms() {
        return falseAlarms;
    }

    double quietWeeks() {
        return quietWeeks;
    }

    Share falseTimings() {
        return new Share(falseAlarms, quietTimings);
    }

    /** Of the six hours between two looks at an operation, those in which it was told of nothing. */
    Share falseChecks() {
        return new Share(falseChecks, quietChecks);
    }

    /** How long each event took to be found; empty for those that were not. */
    Found found(Kind kind) {
        return new Found(delays.getOrDefault(kind, List.of()));
    }

    private Optional<Duration> delay(Event event, Trail trail, List<Report> reports) {
        List<Report> right =
                reports.stream().filter(report -> isAbout(report, event)).toList();
        if (event.kind().isLasting() && rule.ofTimings()) {
            long different = right.stream().map(Report::about).distinct().count();
            int timings = trail.at(event.from().plus(A_DAY)) - trail.at(event.from());
            right = different < ENOUGH_OF_A_DAY * timings ? List.of() : right;
        }
        return right.stream().findFirst().map(report -> Duration.between(event.from(), report.told()));
    }

    private boolean isAbout(Report report, Event event) {
        Instant about = report.about();
        if (report.told().isBefore(event.from())) {
            return false;
        }
        if (event.kind().isLasting()) {
            return rule.ofTimings()
                    ? event.covers(about) && about.isBefore(event.from().plus(A_DAY))
                    : !about.isBefore(event.from().minus(EARLY))
                            && about.isBefore(event.from().plus(LATE));
        }
        // A step of five minutes, or the run right after it, may end after the event does.
        return !about.isBefore(event.from())
                && about.isBefore(rule.ofTimings() ? event.to() : event.to().plus(Rule.EVERY));
    }

    private void countQuiet(Trail trail, List<Report> reports) {
        List<Report> wrong = reports.stream()
                .filter(report -> trail.isQuiet(report.about(), rule.memory())
                        && trail.events().stream().noneMatch(event -> isAbout(report, event)))
                .toList();
        falseAlarms += wrong.stream().map(Report::about).distinct().count();
        falseChecks +=
                wrong.stream().map(report -> check(report.told())).distinct().count();
        for (Instant check : Rule.runs()) {
            quietChecks += trail.isQuiet(check, rule.memory()) ? 1 : 0;
        }
        quietWeeks =
                (double) quietChecks * Rule.EVERY.toHours() / Duration.ofDays(7).toHours();
        for (int timing = trail.at(Rule.FIRST_RUN); timing < trail.size(); timing++) {
            quietTimings += trail.isQuiet(trail.instant(timing), rule.memory()) ? 1 : 0;
        }
    }

    private static long check(Instant told) {
        return Duration.between(Rule.FIRST_RUN, told).dividedBy(Rule.EVERY);
    }
}
