package io.tidemark.domain.stream.nab;

import io.tidemark.domain.stream.nab.Benchmark.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run of the benchmark prints. */
final class Report {
    private static final int LONGEST_NAME = 60;

    private Report() {}

    static List<String> lines(List<Scored> files) {
        List<String> lines = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            Result best = new Benchmark(files, profile).best();
            lines.add(line("%-20s %5.1f at threshold %.4f", profile.title(), best.score(), best.threshold()));
        }
        double threshold = new Benchmark(files, Profile.STANDARD).best().threshold();
        lines.add("");
        lines.add(line(
                "The standard profile at threshold %.4f, by group (no score where nothing is labelled):", threshold));
        files.stream()
                .collect(Collectors.groupingBy(Scored::group, TreeMap::new, Collectors.toList()))
                .forEach((group, members) -> lines.add(group(group, members, threshold)));
        lines.add("");
        lines.add("By file, what costs most first (1 is a window found at once, 2 a window missed):");
        costs(files, threshold).forEach(lines::add);
        return lines;
    }

    private static String group(String group, List<Scored> members, double threshold) {
        Benchmark benchmark = new Benchmark(members, Profile.STANDARD);
        return line(
                "%-24s %5.1f, %s",
                group,
                benchmark.at(threshold),
                found(
                        benchmark.tallies(threshold).stream()
                                .mapToInt(Tally::found)
                                .sum(),
                        benchmark.tallies(threshold).stream()
                                .mapToInt(Tally::windows)
                                .sum(),
                        benchmark.tallies(threshold).stream()
                                .mapToInt(Tally::falseAlarms)
                                .sum()));
    }

    private static List<String> costs(List<Scored> files, double threshold) {
        record Cost(Scored file, Tally tally) {}
        return files.stream()
                .map(file -> new Cost(file, Tally.of(file, Profile.STANDARD, threshold)))
                .sorted(Comparator.comparingDouble((Cost cost) -> cost.tally.cost())
                        .reversed())
                .map(cost -> line(
                        "%-" + LONGEST_NAME + "s %5.2f: %s",
                        cost.file.name(),
                        cost.tally.cost(),
                        found(cost.tally.found(), cost.tally.windows(), cost.tally.falseAlarms())))
                .toList();
    }

    private static String found(int found, int windows, int falseAlarms) {
        return line("%d of %d windows found, %d rows detected outside", found, windows, falseAlarms);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).replace("NaN", "  –");
    }
}
