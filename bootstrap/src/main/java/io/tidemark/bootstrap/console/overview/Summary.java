package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.HealthView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.overview.OverviewView.Figure;
import io.tidemark.bootstrap.console.overview.OverviewView.Headline;
import io.tidemark.domain.alert.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overview in sentences and single figures. */
final class Summary {
    private Summary() {}

    static Headline headline(Reading reading) {
        String detail = operations(reading.operations());
        HealthView health = HealthView.of(reading.figures().health());
        if (!health.isUp()) {
            return new Headline("critical", health.words(), health.detail(), "(!) Overview · Tidemark");
        }
        if (!reading.alerts().isEmpty()) {
            return alerts(reading, detail);
        }
        return watched(reading) == 0
                ? new Headline("unknown", "Nothing is watched yet", detail, "Overview · Tidemark")
                : new Headline("fine", "Nothing is wrong", detail, "Overview · Tidemark");
    }

    private static Headline alerts(Reading reading, String detail) {
        int open = reading.alerts().size();
        Map<Severity, Long> bySeverity = reading.alerts().stream()
                .collect(Collectors.groupingBy(
                        report -> report.alert().severity(),
                        () -> new EnumMap<>(Severity.class),
                        Collectors.counting()));
        String split = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .filter(bySeverity::containsKey)
                .map(severity -> bySeverity.get(severity) + " " + word(severity))
                .collect(Collectors.joining(", "));
        String tone = bySeverity.containsKey(Severity.CRITICAL) ? "critical" : "warning";
        String more = open == Readings.MAX_ALERTS ? " or more" : "";
        String sentence = "%s%s open: %s".formatted(Wording.counted(open, "alert", "alerts"), more, split);
        return new Headline(tone, sentence, detail, "(%d) Overview · Tidemark".formatted(open));
    }

    /** What no open alerts mean, and what to do next. */
    static String advice(Reading reading) {
        int all = reading.operations().all().size();
        long watched = watched(reading);
        if (all == 0) {
            return "Nothing was recorded in this stretch of time, so there is nothing to notice.";
        }
        if (watched == 0) {
            return "None of the %s has a baseline yet, so nothing can be noticed. Make one with: tidemark baseline calculate"
                    .formatted(Wording.counted(all, "operation", "operations"));
        }
        String rest = watched == all ? "" : " The others are not watched until they have one.";
        return "No run has broken the limit of its operation. %d of %s %s a baseline.%s"
                .formatted(
                        watched, Wording.counted(all, "operation", "operations"), watched == 1 ? "has" : "have", rest);
    }

    static List<Figure> figures(Reading.Figures reading) {
        List<Figure> figures = new ArrayList<>();
        for (DeliveryStatus status : DeliveryStatus.values()) {
            long count = reading.outbox().getOrDefault(status, 0L);
            figures.add(new Figure(
                    "Deliveries",
                    status.word(),
                    Wording.count(count),
                    status == DeliveryStatus.FAILED && count > 0,
                    Address.of("/delivery").with("status", status.word()).href()));
        }
        figures.add(new Figure(
                "Timings", "written", Wording.count(reading.recorder().written()), false, null));
        long lost = reading.recorder().lostInAll();
        figures.add(new Figure("Timings", "lost", Wording.count(lost), lost > 0, null));
        reading.recorder()
                .lost()
                .forEach((loss, count) -> figures.add(new Figure(
                        "Timings",
                        "of these " + loss.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Wording.count(count),
                        true,
                        null)));
        return List.copyOf(figures);
    }

    private static long watched(Reading reading) {
        return reading.operations().all().stream()
                .filter(operation -> operation.baseline() != null)
                .count();
    }

    private static String operations(Reading.Operations operations) {
        if (operations.all().isEmpty()) {
            return "No operation was recorded";
        }
        Map<Standing, Long> byStanding = new EnumMap<>(Standing.class);
        for (OperationOverview overview : operations.all()) {
            Standing standing = Rank.of(overview, operations.recent().get(overview.operation()))
                    .standing();
            byStanding.merge(standing, 1L, Long::sum);
        }
        return Wording.counted(operations.all().size(), "operation", "operations") + ": "
                + byStanding.entrySet().stream()
                        .map(entry -> Wording.count(entry.getValue()) + " "
                                + entry.getKey().words())
                        .collect(Collectors.joining(", "));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
