package io.tidemark.domain.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Firings that come so soon after each other that they would be one alert.
 *
 * @param from when the first step that fired starts
 * @param to when the last one ends
 * @param steps how many steps fired
 * @param worst the one that went furthest
 */
public record Episode(Instant from, Instant to, int steps, Reached worst) {
    public Episode {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(worst, "worst");
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether something that lasted from one instant to another was there at the same time. */
    public boolean overlaps(Instant first, Instant last) {
        return !last.isBefore(from) && first.isBefore(to);
    }

    /**
     * The episodes of a rule with a setting.
     *
     * @param reached how far each step went, in order of time
     * @param gap firings whose starts are less than this apart belong together
     */
    public static List<Episode> of(Rule rule, double setting, List<Reached> reached, Duration gap) {
        List<Episode> episodes = new ArrayList<>();
        List<Reached> open = new ArrayList<>();
        for (Reached step : reached) {
            if (rule.fires(step.score(), setting)) {
                if (!open.isEmpty() && !belongTogether(open.get(open.size() - 1).at(), step.at(), gap)) {
                    episodes.add(of(open));
                    open.clear();
                }
                open.add(step);
            }
        }
        if (!open.isEmpty()) {
            episodes.add(of(open));
        }
        return List.copyOf(episodes);
    }

    static boolean belongTogether(Instant earlier, Instant later, Duration gap) {
        return Duration.between(earlier, later).compareTo(gap) < 0;
    }

    private static Episode of(List<Reached> fired) {
        Reached worst = fired.get(0);
        for (Reached step : fired) {
            worst = step.score() > worst.score() ? step : worst;
        }
        return new Episode(fired.get(0).at(), fired.get(fired.size() - 1).end(), fired.size(), worst);
    }
}
