package io.tidemark.application.backtest;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Past;
import io.tidemark.domain.backtest.Rehearsal;
import io.tidemark.domain.backtest.Rehearsal.Ways;
import io.tidemark.domain.backtest.Rule;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tries rules on what is stored: the same code that judges timings as they come, over the roll-ups of the past. Reads a day
 * of an operation at a time, so that the cost in memory does not grow with the length of the past.
 */
public final class Backtests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Beside so many alerts nobody looks for another one. */
    private static final int MOST_ALERTS = 10_000;

    private final RollupReader rollups;
    private final AlertReader alerts;
    private final Function<String, Ways> ways;
    private final Duration repeats;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param ways how baselines of an operation are made
     * @param repeats firings that are less than this apart are one alert
     */
    public Backtests(
            RollupReader rollups, AlertReader alerts, Function<String, Ways> ways, Duration repeats, Clock clock) {
        this.rollups = rollups;
        this.alerts = alerts;
        this.ways = ways;
        this.repeats = repeats;
        this.clock = clock;
    }

    /**
     * Tries a rule on one operation, or on each that has timings.
     *
     * @return by operation, in alphabetical order
     * @throws UnknownOperationException when nothing is stored of the operation
     */
    public List<BacktestAnswer> run(BacktestQuestion question) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
        TimeRange range = TimeRange.endingAt(now, DAY.multipliedBy(question.days()));
        List<Alert> raised = alerts.latest(Which.ALL, MOST_ALERTS).stream()
                .map(AlertReport::alert)
                .filter(alert -> !alert.recurrence().lastSeen().isBefore(range.from()))
                .toList();
        List<BacktestAnswer> answers = new ArrayList<>();
        for (String operation : operations(question)) {
            answers.add(new BacktestAnswer(backtest(question, operation, range), about(operation, raised)));
        }
        return answers;
    }

    private Iterable<String> operations(BacktestQuestion question) {
        Map<String, Long> known = rollups.counts();
        String operation = question.operation();
        if (operation == null) {
            return new TreeSet<>(known.keySet());
        }
        if (!known.containsKey(operation)) {
            throw new UnknownOperationException(operation, known.keySet());
        }
        return List.of(operation);
    }

    private Backtest backtest(BacktestQuestion question, String operation, TimeRange range) {
        Ways ofOperation = ways.apply(operation);
        double setting = requireNonNullElse(question.setting(), inForce(question.rule(), ofOperation));
        Backtest backtest =
                Backtest.of(question.rule(), setting, past(question.rule(), operation, range, ofOperation), repeats);
        return question.mostAWeek() == null ? backtest : backtest.proposing(question.mostAWeek(), repeats);
    }

    private static double inForce(Rule rule, Ways ways) {
        return rule == Rule.THRESHOLD ? ways.policy().multiplier() : rule.usual();
    }

    private Past past(Rule rule, String operation, TimeRange range, Ways ofOperation) {
        Scope scope = Scope.of(operation);
        Instant lookback = range.from().minus(Rehearsal.lookback(rule, ofOperation));
        SortedMap<Instant, Sketch> hours = rollups.steps(scope, new TimeRange(lookback, range.to()), HOUR);
        Rehearsal rehearsal = Rehearsal.of(rule, operation, range, ofOperation, hours);
        for (Instant day = range.from(); day.isBefore(range.to()); day = day.plus(DAY)) {
            rehearsal.take(rollups.steps(scope, TimeRange.endingAt(day.plus(DAY), DAY), MINUTE));
        }
        return rehearsal.past();
    }

    private static List<Alert> about(String operation, List<Alert> raised) {
        return raised.stream()
                .filter(alert -> alert.fingerprint().subject().equals(operation))
                .toList();
    }
}
