package io.tidemark.domain.backtest;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lowest setting with which a rule fires at most so often a week: it, and every setting above it. That the number
 * of episodes mostly falls as the setting rises is not relied upon, as one episode may fall into two: the steps are taken
 * from the worst on, one after the other, and it ends before the first that is too much.
 *
 * <p>Weeks are counted back from the end of the range, seven days each; an episode counts in the week in which it starts.
 */
public final class QuietSetting {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double HUNDREDTHS = 100;

    private final TimeRange range;
    private final Duration gap;
    private final int mostAWeek;
    private final TreeSet<Instant> fired = new TreeSet<>();
    private final int[] episodes;

    private QuietSetting(TimeRange range, Duration gap, int mostAWeek) {
        this.range = range;
        this.gap = gap;
        this.mostAWeek = mostAWeek;
        this.episodes = new int[week(range.from()) + 1];
    }

    /**
     * The lowest one, rounded up to hundredths; empty when even the quietest setting of the rule fires more often.
     *
     * @param reached how far each step of the range went
     */
    public static OptionalDouble find(Rule rule, List<Reached> reached, TimeRange range, Duration gap, int mostAWeek) {
        if (mostAWeek < 0) {
            throw new IllegalArgumentException("mostAWeek %d must not be negative".formatted(mostAWeek));
        }
        QuietSetting search = new QuietSetting(range, gap, mostAWeek);
        List<Reached> worstFirst = reached.stream()
                .filter(step -> rule.fires(step.score(), rule.least()))
                .sorted(Comparator.comparingDouble((Reached step) -> -step.score()))
                .toList();
        double tooMuch = search.firstTooMuch(worstFirst);
        if (Double.isNaN(tooMuch)) {
            return OptionalDouble.of(rule.least());
        }
        double setting = Math.ceil(tooMuch * HUNDREDTHS) / HUNDREDTHS;
        if (rule.fires(tooMuch, setting)) {
            setting = (Math.round(setting * HUNDREDTHS) + 1) / HUNDREDTHS;
        }
        return setting <= rule.most() ? OptionalDouble.of(setting) : OptionalDouble.empty();
    }

    /** The most episodes in any week of a range. */
    public static int mostInAWeek(List<Episode> episodes, TimeRange range) {
        QuietSetting weeks = new QuietSetting(range, Duration.ZERO, 0);
        int most = 0;
        for (Episode episode : episodes) {
            most = Math.max(most, ++weeks.episodes[weeks.week(episode.from())]);
        }
        return most;
    }

    /** The score at which there are too many episodes; NaN when there never are. Steps of one score fire together. */
    private double firstTooMuch(List<Reached> worstFirst) {
        for (int i = 0; i < worstFirst.size(); i++) {
            Reached step = worstFirst.get(i);
            add(step.at());
            boolean last = i + 1 == worstFirst.size() || worstFirst.get(i + 1).score() < step.score();
            if (last && isTooMuch()) {
                return step.score();
            }
        }
        return Double.NaN;
    }

    private void add(Instant at) {
        Instant before = fired.lower(at);
        Instant after = fired.higher(at);
        if (!fired.add(at)) {
            return;
        }
        if (after != null && startsAnEpisode(before, after)) {
            episodes[week(after)]--;
        }
        if (after != null && startsAnEpisode(at, after)) {
            episodes[week(after)]++;
        }
        if (startsAnEpisode(before, at)) {
            episodes[week(at)]++;
        }
    }

    private boolean startsAnEpisode(@Nullable Instant before, Instant at) {
        return before == null || !Episode.belongTogether(before, at, gap);
    }

    private boolean isTooMuch() {
        for (int number : episodes) {
            if (number > mostAWeek) {
                return true;
            }
        }
        return false;
    }

    private int week(Instant at) {
        long beforeTheEnd = Duration.between(at, range.to()).toSeconds() - 1;
        return (int) (Math.max(0, beforeTheEnd) / WEEK.toSeconds());
    }
}
