package io.tidemark.domain.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a rule with a setting would have done on the past of an operation.
 *
 * @param rule what was tried
 * @param setting with which setting
 * @param past on what
 * @param episodes when it would have fired
 * @param proposal the setting that would have been quiet enough, when that was asked
 */
public record Backtest(
        Rule rule,
        double setting,
        Past past,
        List<Episode> episodes,
        @Nullable Proposal proposal) {
    public Backtest {
        requireNonNull(past, "past");
        episodes = List.copyOf(episodes);
        rule.requireSetting(setting);
    }

    /**
     * Tries a rule.
     *
     * @param gap firings that are less than this apart would be one alert
     */
    public static Backtest of(Rule rule, double setting, Past past, Duration gap) {
        List<Episode> episodes = Episode.of(rule, rule.requireSetting(setting), past.reached(), gap);
        return new Backtest(rule, setting, past, episodes, null);
    }

    /** The same, with the lowest setting that fires at most so often a week. */
    public Backtest proposing(int mostAWeek, Duration gap) {
        OptionalDouble quiet = QuietSetting.find(rule, past.reached(), past.range(), gap, mostAWeek);
        List<Episode> left = Episode.of(rule, quiet.orElse(rule.most()), past.reached(), gap);
        Double found = quiet.isPresent() ? quiet.getAsDouble() : null;
        return new Backtest(rule, setting, past, episodes, new Proposal(mostAWeek, found, left.size()));
    }

    /** The most episodes in seven days, counted back from the end. */
    public int mostInAWeek() {
        return QuietSetting.mostInAWeek(episodes, past.range());
    }

    /** The worst score of each day (UTC), from the day in which the range starts: NaN where nothing was judged. */
    public double[] worstByDay() {
        Instant first = past.range().from().truncatedTo(ChronoUnit.DAYS);
        Instant last = past.range().to().minusNanos(1).truncatedTo(ChronoUnit.DAYS);
        double[] days = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
        Arrays.fill(days, Double.NaN);
        for (Reached step : past.reached()) {
            int day = (int) ChronoUnit.DAYS.between(first, step.at());
            days[day] = Double.isNaN(days[day]) ? step.score() : Math.max(days[day], step.score());
        }
        return days;
    }

    /**
     * The lowest setting that would have been quiet enough.
     *
     * @param mostAWeek how often it may fire a week
     * @param setting with which that holds, or null when it holds with none
     * @param episodes how often it would have fired with that setting, or with the quietest one
     */
    public record Proposal(int mostAWeek, @Nullable Double setting, int episodes) {}
}
