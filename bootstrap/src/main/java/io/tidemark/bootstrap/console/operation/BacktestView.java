package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.backtest.BacktestAnswer;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Backtest.Proposal;
import io.tidemark.domain.backtest.Episode;
import io.tidemark.domain.backtest.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a rule would have done on the past of an operation.
 *
 * @param query what was asked
 * @param headline how often it would have fired
 * @param proposal which setting would have been quiet enough; empty when that was not asked
 * @param firings when it would have fired, the latest first; not more than can be read
 * @param missed the alerts at whose time it would not have fired
 */
record BacktestView(BacktestQuery query, Headline headline, String proposal, List<Firing> firings, List<Link> missed) {
    static final int MOST_SHOWN = 200;

    private static final Duration AROUND = Duration.ofMinutes(30);

    /**
     * A time in which it would have fired.
     *
     * @param href what the operation did then
     * @param worst its worst step, in figures
     * @param alerts those of that time
     */
    record Firing(Instant from, String time, String href, String lasted, Worst worst, List<Link> alerts) {}

    /** The worst step of a time. */
    record Worst(String score, String duration, String against) {}

    /** An alert. */
    record Link(String name, String href) {}

    static BacktestView of(BacktestQuery query, List<BacktestAnswer> answers) {
        BacktestAnswer answer = answers.get(0);
        Backtest backtest = answer.backtest();
        List<Episode> episodes = backtest.episodes();
        return new BacktestView(
                query,
                headline(backtest),
                proposal(backtest),
                episodes.stream()
                        .skip(Math.max(0, episodes.size() - MOST_SHOWN))
                        .sorted((one, other) -> other.from().compareTo(one.from()))
                        .map(episode -> firing(query, episode, answer.during(episode)))
                        .toList(),
                links(answer.missed()));
    }

    /** As it stands in the form. */
    String setting() {
        return query.setting() == null ? "" : number(query.setting());
    }

    /** As it stands in the form. */
    String mostAWeek() {
        return query.mostAWeek() == null ? "" : String.valueOf(query.mostAWeek());
    }

    private static Headline headline(Backtest backtest) {
        Past past = backtest.past();
        int times = backtest.episodes().size();
        String tone = past.judgedFrom() == null ? "unknown" : times == 0 ? "fine" : "info";
        String sentence = "With a %s of %s, the rule '%s' would have fired %s in %s"
                .formatted(
                        backtest.rule().settingName(),
                        number(backtest.setting()),
                        backtest.rule().word(),
                        times == 0 ? "never" : Wording.times(times),
                        Wording.age(Duration.between(
                                past.range().from(), past.range().to())));
        return new Headline(tone, sentence, detail(backtest));
    }

    private static String detail(Backtest backtest) {
        Past past = backtest.past();
        Instant judgedFrom = past.judgedFrom();
        if (judgedFrom == null) {
            return "%s were not enough to judge by: it takes a baseline, or some days of timings."
                    .formatted(Wording.counted(past.timings(), "timing", "timings"));
        }
        String firings =
                backtest.episodes().isEmpty() ? "" : "At most %d in a week. ".formatted(backtest.mostInAWeek());
        return firings
                + "%s; judged from %s on, minute by minute from %s on, by the hour before that."
                        .formatted(
                                Wording.counted(past.timings(), "timing", "timings"),
                                Wording.dayAndTime(judgedFrom),
                                Wording.dayAndTime(past.minutesFrom()));
    }

    private static String proposal(Backtest backtest) {
        Proposal proposal = backtest.proposal();
        if (proposal == null) {
            return "";
        }
        String name = backtest.rule().settingName();
        Double setting = proposal.setting();
        if (setting == null) {
            return "No %s is quiet enough for %d a week: even with %s it would have fired %s."
                    .formatted(
                            name,
                            proposal.mostAWeek(),
                            number(backtest.rule().most()),
                            Wording.times(proposal.episodes()));
        }
        return "The lowest %s that fires at most %s a week is %s: it would have fired %s."
                .formatted(
                        name,
                        Wording.times(proposal.mostAWeek()),
                        number(setting),
                        proposal.episodes() == 0 ? "never" : Wording.times(proposal.episodes()));
    }

    private static Firing firing(BacktestQuery query, Episode episode, List<Alert> alerts) {
        return new Firing(
                episode.from(),
                Wording.dayAndTime(episode.from()),
                query.back()
                        .with("from", episode.from().minus(AROUND).toString())
                        .with("to", episode.to().plus(AROUND).toString())
                        .href(),
                Wording.age(episode.length()),
                new Worst(
                        number(episode.worst().score()),
                        Wording.duration(episode.worst().micros()),
                        episode.worst().against()),
                links(alerts));
    }

    private static List<Link> links(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> new Link("alert " + alert.id(), "/alerts/" + alert.id()))
                .toList();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
