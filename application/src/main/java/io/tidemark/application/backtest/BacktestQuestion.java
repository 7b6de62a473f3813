package io.tidemark.application.backtest;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.backtest.Rule;
import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried on the past.
 *
 * @param operation on which operation, or null for all of them
 * @param rule which rule
 * @param setting with which setting, or null for the one that is in force
 * @param days how many days back
 * @param mostAWeek how often it may fire a week, or null when no setting is to be proposed
 */
public record BacktestQuestion(
        @Nullable String operation,
        Rule rule,
        @Nullable Double setting,
        int days,
        @Nullable Integer mostAWeek) {
    /** As long as hours are kept. */
    public static final int MOST_DAYS = 400;

    public BacktestQuestion {
        requireNonNull(rule, "rule");
        if (operation != null) {
            Scope.requireName("operation", operation);
        }
        if (setting != null) {
            rule.requireSetting(setting);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days %d must be from 1 to %d".formatted(days, MOST_DAYS));
        }
        if (mostAWeek != null && mostAWeek < 0) {
            throw new IllegalArgumentException("mostAWeek %d must not be negative".formatted(mostAWeek));
        }
    }
}
