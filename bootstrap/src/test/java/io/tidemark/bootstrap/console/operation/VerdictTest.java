package io.tidemark.bootstrap.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.change.StandingShift;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.bootstrap.console.operation.Reading.Course;
import io.tidemark.bootstrap.console.operation.Reading.State;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.change.Level;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:31:20Z");
    private static final Period HOUR = Period.of(TimeWindow.ONE_HOUR, NOW);
    private static final Instant FIRST = HOUR.range().from();
    private static final Distribution USUAL = runs(1_000);
    private static final ActiveBaseline NORMAL = new ActiveBaseline(
            1,
            new Baseline(
                    Scope.of("commit"),
                    Duration.ofDays(7),
                    USUAL,
                    2,
                    new BaselineOrigin(Reason.MANUAL, "ada", Instant.EPOCH)));

    @Test
    void slowOperation_isSoFromTheFirstSlowStepOn() {
        Headline headline = judge(2_400, null, "nnnnnnsssss");

        assertThat(headline.sentence()).isEqualTo("2.4× slower than normal since 20 Nov 13:38");
        assertThat(headline.tone()).isEqualTo("critical");
    }

    @Test
    void slowOperation_mayHaveASingleNormalStepMeanwhile_butAnEarlierSlowOneAloneIsNotTheBeginning() {
        assertThat(judge(1_500, null, "nsnnnnnnssssnsssss").sentence())
                .isEqualTo("1.5× slower than normal since 20 Nov 13:40");
    }

    @Test
    void slowOperation_thatWasSlowAllTheTime_isNotSaidToHaveBegun() {
        assertThat(judge(1_500, null, "ssss").sentence())
                .isEqualTo("1.5× slower than normal all the time that is shown");
    }

    @Test
    void slowOperation_whoseStepsDoNotShowIt_isSlowOfLate() {
        assertThat(judge(1_500, null, "nnnn").sentence()).isEqualTo("1.5× slower than normal in the last 5 minutes");
    }

    @Test
    void slowOperation_whoseLevelHasShifted_isSoSinceThen() {
        assertThat(judge(1_500, shift(70), "nnss").sentence()).isEqualTo("1.5× slower than normal since 18 Nov 09:00");
    }

    @Test
    void shiftedOperation_isWorthAWarningThoughItIsWithinItsLimits() {
        assertThat(judge(1_000, shift(35), "nnnn"))
                .extracting(Headline::tone, Headline::sentence)
                .containsExactly("warning", "35 % slower since 18 Nov 09:00 than in the week before");
        assertThat(judge(1_000, shift(70), "nnnn").tone()).isEqualTo("critical");
    }

    @Test
    void usualOperation_isFine() {
        assertThat(judge(1_000, null, "nnnn"))
                .extracting(Headline::tone, Headline::sentence)
                .containsExactly("fine", "As fast as usual");
    }

    @Test
    void unknown_isSaidToBeUnknown() {
        State withoutBaseline = new State(USUAL, null, null);
        State withoutTimings = new State(null, NORMAL, null);
        Course none = new Course(new TreeMap<>(), null, null);

        assertThat(Verdict.of(withoutBaseline, none, HOUR).tone()).isEqualTo("unknown");
        assertThat(Verdict.of(withoutTimings, none, HOUR))
                .extracting(Headline::sentence, Headline::detail)
                .containsExactly("No timings in the last 5 minutes", "Last hour: no timings.");
    }

    /** @param steps a letter for each minute: n for a normal one, s for a slow one */
    private static Headline judge(long recent, @Nullable StandingShift shift, String steps) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < steps.length(); i++) {
            points.add(new Point(FIRST.plusSeconds(60L * i), runs(steps.charAt(i) == 's' ? 1_500 : 1_000)));
        }
        OperationOverview overview = new OperationOverview("commit", USUAL, points, NORMAL);
        return Verdict.of(new State(runs(recent), NORMAL, shift), new Course(new TreeMap<>(), overview, null), HOUR);
    }

    private static StandingShift shift(double percent) {
        LevelShift shift = new LevelShift(
                "commit",
                Instant.parse("2026-11-18T09:00:00Z"),
                new Level(1_000, 10, 168),
                new Level(1_000 * (1 + percent / 100), 10, 53),
                1e-6);
        return new StandingShift(shift, shift.why(ShiftPolicy.standard(ZoneOffset.UTC), List.of(1_000.0)));
    }

    private static Distribution runs(long micros) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < 20; i++) {
            sketch.add(micros);
        }
        return sketch.distribution();
    }
}
