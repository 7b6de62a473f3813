package io.tidemark.bootstrap.http;

import io.tidemark.application.backtest.BacktestAnswer;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Episode;
import io.tidemark.domain.backtest.Past;
import io.tidemark.domain.backtest.Reached;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule would have done, as the interface tells it.
 *
 * @param rule which rule
 * @param days how many days back
 * @param operations on which operations, in alphabetical order
 */
record BacktestBody(String rule, int days, List<OfOperation> operations) {

    /**
     * On one operation.
     *
     * @param judgedFrom when enough was known for the first time, or null when it never was
     * @param worstByDay the worst score of each day, null where nothing was judged
     * @param missedAlerts the alerts at whose time the rule would not have fired
     * @param proposal the setting that would have been quiet enough, or null when that was not asked
     */
    record OfOperation(
            String operation,
            String settingName,
            double setting,
            String from,
            String to,
            long timings,
            @Nullable String judgedFrom,
            String minutesFrom,
            int mostInAWeek,
            List<Firing> episodes,
            List<@Nullable Double> worstByDay,
            List<Long> missedAlerts,
            @Nullable ProposalBody proposal) {}

    /** From when to when it would have fired; the score and the duration are those of the worst step. */
    record Firing(
            String from,
            String to,
            long seconds,
            int steps,
            String worstAt,
            double score,
            double micros,
            String against,
            List<Long> alerts) {}

    static OfOperation of(BacktestAnswer answer) {
        Backtest backtest = answer.backtest();
        Past past = backtest.past();
        return new OfOperation(
                past.operation(),
                backtest.rule().settingName(),
                backtest.setting(),
                past.range().from().toString(),
                past.range().to().toString(),
                past.timings(),
                past.judgedFrom() == null ? null : past.judgedFrom().toString(),
                past.minutesFrom().toString(),
                backtest.mostInAWeek(),
                backtest.episodes().stream()
                        .map(episode -> firing(episode, answer.during(episode)))
                        .toList(),
                Arrays.stream(backtest.worstByDay())
                        .<@Nullable Double>mapToObj(score -> Double.isNaN(score) ? null : (Double) score)
                        .toList(),
                ids(answer.missed()),
                ProposalBody.of(backtest));
    }

    private static Firing firing(Episode episode, List<Alert> alerts) {
        Reached worst = episode.worst();
        return new Firing(
                episode.from().toString(),
                episode.to().toString(),
                episode.length().toSeconds(),
                episode.steps(),
                worst.at().toString(),
                worst.score(),
                worst.micros(),
                worst.against(),
                ids(alerts));
    }

    private static List<Long> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }
}
