package io.tidemark.bootstrap.http;

import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Backtest.Proposal;
import io.tidemark.domain.backtest.Rule;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The setting that would have been quiet enough.
 *
 * @param mostAWeek how often it may fire a week
 * @param setting the lowest such setting, or null when there is none
 * @param episodes how often it would have fired with that, or with the quietest setting there is
 * @param sentence the same in words
 * @param change what to write into the settings, or null when there is nothing to write
 */
record ProposalBody(
        int mostAWeek,
        @Nullable Double setting,
        int episodes,
        String sentence,
        @Nullable String change) {

    static @Nullable ProposalBody of(Backtest backtest) {
        Proposal proposal = backtest.proposal();
        if (proposal == null) {
            return null;
        }
        return new ProposalBody(
                proposal.mostAWeek(),
                proposal.setting(),
                proposal.episodes(),
                proposal.setting() == null
                        ? cannot(backtest, proposal)
                        : sentence(backtest, proposal, proposal.setting()),
                proposal.setting() == null ? null : change(backtest, proposal.setting()));
    }

    private static String sentence(Backtest backtest, Proposal proposal, double setting) {
        return "With a %s of %s, %s would have fired %s in %d days, at most %d a week%s."
                .formatted(
                        backtest.rule().settingName(),
                        number(setting),
                        backtest.past().operation(),
                        times(proposal.episodes()),
                        days(backtest),
                        proposal.mostAWeek(),
                        setting <= backtest.setting()
                                ? "; the present %s keeps that too".formatted(number(backtest.setting()))
                                : "");
    }

    private static String cannot(Backtest backtest, Proposal proposal) {
        return "No %s keeps %s at %d a week: even with %s it would have fired %s in %d days."
                .formatted(
                        backtest.rule().settingName(),
                        backtest.past().operation(),
                        proposal.mostAWeek(),
                        number(backtest.rule().most()),
                        times(proposal.episodes()),
                        days(backtest));
    }

    private static @Nullable String change(Backtest backtest, double setting) {
        return backtest.rule() == Rule.THRESHOLD
                ? "baselines: {multipliers: {%s: %s}}"
                        .formatted(quoted(backtest.past().operation()), number(setting))
                : null;
    }

    /** As YAML takes any name. */
    private static String quoted(String operation) {
        return operation.matches("[a-z][a-z_]*") ? operation : "'" + operation.replace("'", "''") + "'";
    }

    private static long days(Backtest backtest) {
        return Duration.between(
                        backtest.past().range().from(), backtest.past().range().to())
                .toDays();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String number(double setting) {
        return setting == Math.rint(setting)
                ? String.format(Locale.ROOT, "%.0f", setting)
                : String.format(Locale.ROOT, "%.2f", setting);
    }
}
