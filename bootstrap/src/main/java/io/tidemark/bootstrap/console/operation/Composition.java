package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.bootstrap.console.chart.HeatMap;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.ShellWord;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.operation.OperationView.Choices;
import io.tidemark.bootstrap.console.operation.OperationView.Stretch;
import io.tidemark.bootstrap.console.operation.OperationView.Subject;
import io.tidemark.bootstrap.console.operation.Reading.Course;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.ConfidenceInterval;
import io.tidemark.domain.percentile.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts the page of an operation together. */
final class Composition {
    private Composition() {}

    static OperationView view(OperationQuery query, OperationType operation, Reading reading) {
        return new OperationView(
                subject(query, operation, reading),
                Verdict.of(reading.state(), reading.course(), query.period()),
                new Choices(
                        Verdict.sentenceCase(query.period().phrase()),
                        Wording.age(query.period().step()),
                        Choice.ofPast(query.address(), query.period()),
                        comparisons(query)),
                pictures(query, reading),
                new Tabulation(reading, query.period()).tables());
    }

    private static Subject subject(OperationQuery query, OperationType operation, Reading reading) {
        String about = operation.category().word()
                + (operation.description().isEmpty() ? "" : " · " + operation.description())
                + (operation.tracked() ? "" : " · not tracked: raises no alerts");
        return new Subject(
                operation.name(),
                about,
                reading.state().baseline() == null
                        ? "tidemark baseline calculate " + ShellWord.quoted(operation.name())
                        : "",
                Address.of("/alerts")
                        .with("state", "all")
                        .with("operation", operation.name())
                        .href(),
                operation.category() == Category.MERGE
                        ? Address.of("/merges").with(query.period()).href()
                        : "");
    }

    private static List<Choice> comparisons(OperationQuery query) {
        return Arrays.stream(Compare.values())
                .map(compare -> new Choice(
                        compare.label(),
                        query.address().with("compare", compare.word()).href(),
                        compare == query.compare()))
                .toList();
    }

    private static OperationView.@Nullable Pictures pictures(OperationQuery query, Reading reading) {
        Course course = reading.course();
        OperationOverview overview = course.overview();
        if (overview == null) {
            return null;
        }
        OperationOverview beside = course.beside();
        return new OperationView.Pictures(
                Pictures.bands(query, overview, beside, reading.happenings()),
                HeatMap.draw(query.name(), course.steps(), query.period()),
                beside == null ? List.of() : compared(query, overview.whole(), beside.whole()),
                verdict(query, overview.whole(), beside == null ? null : beside.whole()));
    }

    private static List<Stretch> compared(OperationQuery query, Distribution shown, Distribution other) {
        return List.of(
                Tabulation.stretch(Verdict.sentenceCase(query.period().phrase()), shown),
                Tabulation.stretch(Verdict.sentenceCase(query.compare().phrase()), other),
                new Stretch(
                        "Change",
                        change(shown, other, durations -> (double) durations.samples()),
                        change(
                                shown,
                                other,
                                durations -> durations.percentiles().p50()),
                        change(
                                shown,
                                other,
                                durations -> durations.percentiles().p95()),
                        change(
                                shown,
                                other,
                                durations -> durations.percentiles().p99()),
                        change(shown, other, durations -> (double) durations.max())));
    }

    private static String change(Distribution shown, Distribution other, ToDoubleFunction<Distribution> figure) {
        return String.format(
                Locale.ROOT, "%+.0f %%", 100 * (figure.applyAsDouble(shown) / figure.applyAsDouble(other) - 1));
    }

    private static String verdict(OperationQuery query, Distribution shown, @Nullable Distribution other) {
        if (query.compare() == Compare.NOTHING) {
            return "";
        }
        if (other == null) {
            return "There are no timings of %s to compare with."
                    .formatted(query.compare().phrase());
        }
        String sentence = "p99 %s, %s %s: "
                .formatted(
                        Wording.duration(shown.percentiles().p99()),
                        query.compare().phrase(),
                        Wording.duration(other.percentiles().p99()));
        if (shown.p99Interval() == null || other.p99Interval() == null) {
            return sentence + "too few timings to tell whether that is chance.";
        }
        return sentence
                + (areApart(shown.p99Interval(), other.p99Interval())
                        ? "more of a difference than chance explains."
                        : "chance may explain the difference.");
    }

    private static boolean areApart(ConfidenceInterval one, ConfidenceInterval other) {
        return one.low() > other.high() || other.low() > one.high();
    }
}
