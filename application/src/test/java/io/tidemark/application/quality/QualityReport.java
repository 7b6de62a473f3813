package io.tidemark.application.quality;

import io.tidemark.application.quality.Event.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how much of what happens to simulated operations is found, how soon, and how often nothing happened: by the rule
 * of pgGit's first monitoring, and by those of Tidemark with default settings. What counts as found and as a false alarm
 * is said at {@link Truth} and {@link TogetherTruth}.
 */
public final class QualityReport {
    /** Of the report only: rules are developed with seeds below 1,000, tests have one of their own. */
    private static final List<Long> SEEDS =
            List.of(710_001L, 710_002L, 710_003L, 710_004L, 710_005L, 710_006L, 710_007L, 710_008L);

    private static final int ROUNDS = 4;

    private final List<Truth> truths = Stream.of(
                    new ClassicRule(), new RobustRule(), new StreamRule(), new DecisionRule(), new ShiftRule())
            .map(Truth::new)
            .toList();
    private final TogetherTruth together = new TogetherTruth();

    /** Takes seeds to develop with; without any, prints the report. */
    public static void main(String[] arguments) {
        List<Long> seeds = arguments.length == 0
                ? SEEDS
                : Arrays.stream(arguments).map(Long::parseLong).toList();
        QualityReport report = new QualityReport();
        seeds.forEach(seed -> report.add(Simulation.of(seed, ROUNDS)));
        System.out.printf(Locale.ROOT, "Seeds %s, each with %d rounds of 12 operations over 6 weeks%n", seeds, ROUNDS);
        report.lines().forEach(System.out::println);
    }

    void add(List<Trail> trails) {
        truths.forEach(truth -> truth.add(trails));
        together.add(trails);
    }

    /** The truth about the rule of a name. */
    Truth truth(String rule) {
        return truths.stream()
                .filter(truth -> truth.rule().name().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    TogetherTruth together() {
        return together;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(summary());
        for (Truth truth : truths) {
            lines.add("");
            lines.add(truth.rule().name());
            for (Kind kind : Kind.values()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-32s %s",
                        kind.text(),
                        truth.found(kind).text()));
            }
            lines.add("  " + falseAlarms(truth));
        }
        lines.add("");
        lines.add("operations that degrade together");
        lines.add("  %d bottlenecks of four operations found: %s"
                .formatted(together.found().trials(), together.found().text()));
        lines.add("  unrelated pairs reported: %s of %d; looks with a group of unrelated ones: %s of %d"
                .formatted(
                        together.wrongPairs().text(),
                        together.wrongPairs().trials(),
                        together.wrongGroups().text(),
                        together.wrongGroups().trials()));
        return lines;
    }

    /** Share found with its 95 % confidence interval, and median delay. */
    private List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-32s %6s  %-31s  %-31s  %-31s",
                "",
                "events",
                "pgGit: classic z-score",
                "Tidemark: listed or told",
                "Tidemark: told"));
        for (Kind kind : Kind.values()) {
            Found told = truths.stream()
                    .skip(2)
                    .map(truth -> truth.found(kind))
                    .reduce(Found::or)
                    .orElseThrow();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-32s %6d  %s  %s  %s",
                    kind.text(),
                    told.delays().size(),
                    truths.get(0).found(kind).text(),
                    truths.get(1).found(kind).or(told).text(),
                    told.text()));
        }
        return lines;
    }

    private static String falseAlarms(Truth truth) {
        return String.format(
                Locale.ROOT,
                "false alarms: %d in %.0f quiet weeks of an operation, %.3f a week; %s",
                truth.falseAlarms(),
                truth.quietWeeks(),
                truth.falseAlarms() / truth.quietWeeks(),
                truth.rule().ofTimings()
                        ? "of quiet timings " + truth.falseTimings().text()
                        : "of quiet checks " + truth.falseChecks().text());
    }
}
