package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BacktestCommandTest {
    private static final String RUN = "POST /api/v1/backtests";
    private static final String COMMIT = """
            {"operation":"commit","settingName":"multiplier","setting":2.0,
             "from":"2026-11-15T12:00:00Z","to":"2026-11-20T12:00:00Z","timings":1200,
             "judgedFrom":%s,"minutesFrom":"2026-11-15T12:00:00Z","mostInAWeek":1,
             "episodes":[%s],"worstByDay":[1.0,null,1.1,4.0,1.0,1.2],"missedAlerts":[%s],"proposal":%s}""";
    private static final String EPISODE = """
            {"from":"2026-11-18T09:30:00Z","to":"2026-11-18T11:00:00Z","seconds":5400,"steps":20,
             "worstAt":"2026-11-18T10:00:00Z","score":4.004,"micros":24000,"against":"Wednesdays 09:00–10:00 UTC",
             "alerts":[7,9]}""";

    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void backtest_tellsWhenTheRuleWouldHaveFired_andWhatToWriteIntoTheSettings() {
        answering(COMMIT.formatted("\"2026-11-15T12:00:00Z\"", EPISODE, "3", """
                {"mostAWeek":0,"setting":4.01,"episodes":0,"sentence":"With 4.01 it is quiet.",
                 "change":"baselines: {multipliers: {commit: 4.01}}"}"""));

        var outcome = shell.run("backtest", "commit", "--days", "5", "--at-most", "0", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "commit, threshold with a multiplier of 2.0, the last 5 days (1200 timings):",
                        "It would have fired once, at most 1 a week.",
                        "",
                        "▁ ▁█▁▁  worst of each day",
                        "   ^",
                        "FROM                      LASTED    WORST  SCORE  AGAINST                     ALERTS",
                        "2026-11-18T09:30:00Z  1 h 30 min  24.0 ms   4.00  Wednesdays 09:00–10:00 UTC  7, 9",
                        "Alerts at whose time it would not have fired: 3",
                        "",
                        "With 4.01 it is quiet.",
                        "In the settings: baselines: {multipliers: {commit: 4.01}}");
        assertThat(daemon.requests())
                .containsExactly(
                        RUN
                                + " {\"operation\":\"commit\",\"rule\":\"threshold\",\"setting\":null,\"days\":5,\"mostAWeek\":0}");
    }

    @Test
    void backtest_saysWhenTooLittleIsKnown() {
        answering(COMMIT.formatted("null", "", "", "null"));

        var outcome = shell.run("backtest", "commit", "--rule", "robust", "--setting", "3.5", "--url", daemon.url());

        assertThat(outcome.out())
                .contains("It would not have fired.", "still warming up")
                .doesNotContain("ALERTS", "settings");
        assertThat(daemon.requests().get(0))
                .contains("\"rule\":\"robust\",\"setting\":3.5,\"days\":30,\"mostAWeek\":null");
    }

    @Test
    void backtest_ofAllOperations_isALineForEach() {
        answering(COMMIT.formatted("\"2026-11-15T12:00:00Z\"", EPISODE, "", "{\"setting\":4.01}"));

        var outcome = shell.run("backtest", "--at-most", "0", "--url", daemon.url());

        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION  TIMINGS  SETTING  FIRED  MOST A WEEK  WORST OF EACH DAY  PROPOSED",
                        "commit        1200      2.0      1            1  ▁ ▁█▁▁                 4.01");
    }

    @Test
    void backtest_withoutAPast_saysSo() {
        answering("");

        assertThat(shell.run("backtest", "--url", daemon.url()).out())
                .isEqualToIgnoringNewLines("Nothing is stored yet: there is no past to try a rule on.");
    }

    private void answering(String operations) {
        daemon.answering(RUN, 200, "{\"rule\":\"threshold\",\"days\":5,\"operations\":[%s]}".formatted(operations));
    }
}
