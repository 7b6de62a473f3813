package io.tidemark.application.backtest;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Episode;
import java.util.List;

/**
 * How a rule would have done on an operation, beside the alerts that there were.
 *
 * @param backtest how it would have done
 * @param alerts those about the operation in that time
 */
public record BacktestAnswer(Backtest backtest, List<Alert> alerts) {
    public BacktestAnswer {
        requireNonNull(backtest, "backtest");
        alerts = List.copyOf(alerts);
    }

    /** The alerts that were there at the time of an episode. */
    public List<Alert> during(Episode episode) {
        return alerts.stream()
                .filter(alert -> episode.overlaps(
                        alert.recurrence().firstSeen(), alert.recurrence().lastSeen()))
                .toList();
    }

    /** The alerts at whose time the rule would not have fired. */
    public List<Alert> missed() {
        return alerts.stream()
                .filter(alert -> backtest.episodes().stream()
                        .noneMatch(episode -> during(episode).contains(alert)))
                .toList();
    }
}
