package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.operation.Reading.Course;
import io.tidemark.bootstrap.console.operation.Reading.State;
import io.tidemark.bootstrap.console.overview.Standing;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Percentiles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether an operation is slower than normal, by how much, and since when. */
final class Verdict {
    private static final double NEARLY_ALL = 0.8;

    private final State state;
    private final Course course;
    private final Period period;

    private Verdict(State state, Course course, Period period) {
        this.state = state;
        this.course = course;
        this.period = period;
    }

    static Headline of(State state, Course course, Period period) {
        return new Verdict(state, course, period).headline();
    }

    private Headline headline() {
        Baseline normal = baseline();
        Distribution recent = state.recent();
        Standing standing = Standing.of(recent, normal);
        if (recent != null && normal != null && isSlow(standing)) {
            double factor = recent.percentiles().p99() / normal.p99Micros();
            String sentence = "%s slower than normal%s".formatted(Wording.factor(factor), since(normal));
            return new Headline(standing.tone(), sentence, detail());
        }
        if (state.shift() != null) {
            return shifted(state.shift().shift());
        }
        String sentence = switch (standing) {
            case UNKNOWN -> "Nobody knows what is normal: there is no baseline yet";
            case QUIET -> "No timings in the last %d minutes".formatted(Readings.RECENT.toMinutes());
            case NORMAL, RAISED, OVER_LIMIT -> "As fast as usual";
        };
        return new Headline(standing.tone(), sentence, detail());
    }

    private Headline shifted(LevelShift shift) {
        return new Headline(
                shift.severity() == Severity.CRITICAL ? "critical" : "warning",
                "%s slower since %s than in the week before"
                        .formatted(percent(shift.percent()), Wording.dayAndTime(shift.since())),
                detail());
    }

    private static boolean isSlow(Standing standing) {
        return standing == Standing.OVER_LIMIT || standing == Standing.RAISED;
    }

    /** By the level, where it has shifted, and else by the steps that are shown. */
    private String since(Baseline normal) {
        if (state.shift() != null) {
            return " since " + Wording.dayAndTime(state.shift().shift().since());
        }
        OperationOverview overview = course.overview();
        List<Point> points = overview == null ? List.of() : overview.points();
        Optional<Instant> start = startOfSlowness(points, normal);
        if (start.isEmpty()) {
            return " in the last %d minutes".formatted(Readings.RECENT.toMinutes());
        }
        boolean always = start.get().equals(points.get(0).start());
        return always ? " all the time that is shown" : " since " + Wording.dayAndTime(start.get());
    }

    /** The earliest of two slow steps in a row from which on nearly all are; the last step may be alone. */
    private static Optional<Instant> startOfSlowness(List<Point> points, Baseline normal) {
        Instant start = null;
        int slow = 0;
        boolean isNextSlow = true;
        for (int i = points.size() - 1; i >= 0; i--) {
            boolean isSlow = points.get(i).durations().percentiles().p95() > normal.p99Micros();
            slow += isSlow ? 1 : 0;
            if (isSlow && isNextSlow && slow >= NEARLY_ALL * (points.size() - i)) {
                start = points.get(i).start();
            }
            isNextSlow = isSlow;
        }
        return Optional.ofNullable(start);
    }

    private String detail() {
        Distribution recent = state.recent();
        Baseline normal = baseline();
        String now = recent == null
                ? ""
                : "p99 %s in the last %d minutes%s. "
                        .formatted(
                                Wording.duration(recent.percentiles().p99()),
                                Readings.RECENT.toMinutes(),
                                normal == null
                                        ? ""
                                        : ", normally %s, limit %s"
                                                .formatted(
                                                        Wording.duration(normal.p99Micros()),
                                                        Wording.duration((double) normal.thresholdMicros())));
        return now + whole();
    }

    private String whole() {
        OperationOverview overview = course.overview();
        String phrase = sentenceCase(period.phrase());
        if (overview == null) {
            return phrase + ": no timings.";
        }
        Percentiles figures = overview.whole().percentiles();
        return "%s: %s, p50 %s, p95 %s, p99 %s."
                .formatted(
                        phrase,
                        Wording.counted(overview.whole().samples(), "timing", "timings"),
                        Wording.duration(figures.p50()),
                        Wording.duration(figures.p95()),
                        Wording.duration(figures.p99()));
    }

    private @Nullable Baseline baseline() {
        ActiveBaseline active = state.baseline();
        return active == null ? null : active.baseline();
    }

    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String sentenceCase(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }
}
