package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class DaemonCommandsTest {
    private static final String OPEN = "GET /api/v1/alerts?state=open";
    private static final String CALCULATE = "POST /api/v1/baselines";
    private static final String ALERT = """
            {"id":%s,"type":"THRESHOLD_EXCEEDED","severity":"%s","operation":"%s","branch":%s,"state":"%s",
             "summary":"%s","occurrences":3,"firstSeen":"2026-11-21T10:00:00Z","lastSeen":"%s",
             "baselineP99Micros":6000,"actualMicros":14000,"multiplier":2.33,"deliveries":[%s]}""";

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
    void alertsList_withoutAlertsIsFine() {
        daemon.answering(OPEN, 200, "{\"alerts\":[]}");

        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("No open alerts." + System.lineSeparator());
    }

    @Test
    void alertsList_alignsColumnsAndFindsOpenAlerts() {
        daemon.answering(
                OPEN,
                200,
                alerts(
                        alert(
                                "1",
                                "WARNING",
                                "commit",
                                "null",
                                "open",
                                "14.000 ms is 2.33 times p99",
                                "2026-11-21T11:57:00Z",
                                ""),
                        alert("12", "CRITICAL", "merge", "\"main\"", "open", "slow", "2026-11-18T12:00:00Z", "")));

        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "ID  SEVERITY  OPERATION     STATE  SEEN  LAST SEEN  SUMMARY",
                        "1   WARNING   commit        open   3x    3m ago     14.000 ms is 2.33 times p99",
                        "12  CRITICAL  merge (main)  open   3x    3d ago     slow");
    }

    @Test
    void alertsShow_saysWhy_andDrawsTheLastValues() {
        daemon.answering("GET /api/v1/alerts/12", 200, """
                {"alert":{"id":12,"type":"ANOMALY","severity":"WARNING","state":"open","summary":"commit is unusual",
                          "occurrences":3,"firstSeen":"2026-11-21T10:00:00Z","lastSeen":"2026-11-21T11:00:00Z",
                          "why":"Expected less.","deliveries":[{"destination":"team","status":"delivered"}]},
                 "evidence":{"expectedLowMicros":900,"expectedHighMicros":2000,"recentMicros":[1000,1000,3000,500]}}""");

        var outcome = shell.run("alerts", "show", "12", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "WARNING  ANOMALY  open",
                        "commit is unusual",
                        "Seen 3 times, first 2026-11-21T10:00:00Z, last 2026-11-21T11:00:00Z.",
                        "Expected less.",
                        "▂▂█▁",
                        "  +-",
                        "Told team: delivered");
    }

    @Test
    void alertsShow_withoutEvidence_saysThatNobodyNotedIt() {
        daemon.answering(
                "GET /api/v1/alerts/7",
                200,
                "{\"alert\":{\"id\":7,\"summary\":\"slow\",\"why\":null,\"deliveries\":[]},\"evidence\":null}");

        var outcome = shell.run("alerts", "show", "7", "--url", daemon.url());

        assertThat(outcome.out().lines()).contains("slow", "Nobody noted why.");
    }

    @Test
    void alertsList_fitsAHundredColumns() {
        daemon.answering(
                OPEN,
                200,
                alerts(alert(
                        "9000000000",
                        "CRITICAL",
                        "o".repeat(300),
                        "\"b\"",
                        "acknowledged",
                        "s".repeat(300),
                        "never",
                        delivery("d".repeat(300), "dead"))));

        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(outcome.out()).contains("ooo...", "sss...", "ddd...");
    }

    @Test
    void alertsList_saysWhoWasTold() {
        daemon.answering(
                OPEN,
                200,
                alerts(alert(
                        "1",
                        "WARNING",
                        "commit",
                        "null",
                        "open",
                        "slow",
                        "2026-11-21T12:00:00Z",
                        delivery("team", "delivered") + "," + delivery("pager", "failed"))));

        assertThat(shell.run("alerts", "list", "--url", daemon.url()).out().lines())
                .containsSubsequence("    team: delivered", "    pager: failed, attempts 2");
    }

    @Test
    void alertsList_letsNoControlCharactersThrough() {
        daemon.answering(
                OPEN,
                200,
                alerts(alert("1", "WARNING", "\\u001b[2Jcommit", "null", "open", "a\\nb", "2026-11-21T12:00:00Z", "")));

        assertThat(shell.run("alerts", "list", "--url", daemon.url()).out())
                .doesNotContain("\u001b")
                .contains("a b");
    }

    @Test
    void alertsList_coloursSeveritiesOnATerminalOnly() {
        daemon.answering(
                OPEN,
                200,
                alerts(alert("1", "CRITICAL", "commit", "null", "open", "slow", "2026-11-21T12:00:00Z", "")));

        assertThat(shell.run("alerts", "list", "--url", daemon.url()).out()).doesNotContain("\u001b");
        assertThat(shell.onTerminal()
                        .run("alerts", "list", "--url", daemon.url())
                        .out())
                .contains("\u001b[31m\u001b[1mCRITICAL");
    }

    @Test
    void alertsList_ofAllIsFineWhenNoneIsOpen() {
        daemon.answering(
                "GET /api/v1/alerts?state=all",
                200,
                alerts(alert("1", "WARNING", "commit", "null", "resolved", "slow", "2026-11-21T12:00:00Z", "")));

        assertThat(shell.run("alerts", "list", "--state", "all", "--url", daemon.url())
                        .exitCode())
                .isZero();
    }

    @Test
    void alertsList_asJsonPrintsTheAnswerOfTheDaemon() {
        var answer = alerts(alert("1", "WARNING", "commit", "null", "open", "slow", "2026-11-21T12:00:00Z", ""));
        daemon.answering(OPEN, 200, answer);

        var outcome = shell.run("alerts", "list", "--json", "--url", daemon.url());

        var json = new JsonMapper();
        assertThat(json.readTree(outcome.out())).isEqualTo(json.readTree(answer));
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void baselineCalculate_asksForWhatWasGivenAndPrintsTheResult() {
        daemon.answering(CALCULATE, 200, """
                {"operation":"commit","branch":"main","baselineId":1,"outcome":"CREATED","samples":20,"p99Micros":6007}""");

        var outcome = shell.run(
                "baseline",
                "calculate",
                "commit",
                "--branch",
                "main",
                "--lookback-days",
                "14",
                "--multiplier",
                "2.5",
                "--url",
                daemon.url() + "/");

        assertThat(daemon.requests())
                .containsExactly(CALCULATE
                        + " {\"operation\":\"commit\",\"branch\":\"main\",\"lookbackDays\":14,\"multiplier\":2.5}");
        assertThat(outcome.out().strip()).isEqualTo("CREATED: baseline 1 of commit, p99 6.007 ms from 20 samples");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void baselineCalculate_leavesToTheDaemonWhatWasNotGiven() {
        daemon.answering(CALCULATE, 200, "{}");

        shell.run("baseline", "calculate", "commit", "--url", daemon.url());

        assertThat(daemon.requests())
                .containsExactly(CALCULATE
                        + " {\"operation\":\"commit\",\"branch\":null,\"lookbackDays\":null,\"multiplier\":null}");
    }

    @Test
    void baselineRecalculate_showsARowForEachOperation_andFindsWhatNeedsApproval() {
        daemon.answering("POST /api/v1/baselines/recalculate", 200, """
                {"operations":[
                 {"operation":"commit","branch":null,"outcome":"NEEDS_APPROVAL","baselineId":7,"samples":200,
                  "oldP99Micros":10000,"newP99Micros":40000,"percentChange":300.0,"reason":"TOO_DIFFERENT","message":null},
                 {"operation":"merge","branch":"main","outcome":"SKIPPED","baselineId":null,"samples":0,
                  "oldP99Micros":null,"newP99Micros":null,"percentChange":null,"reason":"LEFT_OUT",
                  "message":"left out: alert 3: ANOMALY"}]}""");

        var outcome = shell.run("baseline", "recalculate", "commit", "--force", "--url", daemon.url());

        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION     OUTCOME         ID  SAMPLES    OLD P99    NEW P99    CHANGE  REASON",
                        "commit        NEEDS_APPROVAL   7      200  10.000 ms  40.000 ms  +300.0 %  TOO_DIFFERENT",
                        "merge (main)  SKIPPED          -        0          -          -         -  LEFT_OUT",
                        "    left out: alert 3: ANOMALY");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(daemon.requests().get(0)).contains("\"operation\":\"commit\"", "\"force\":\"YES\"");
    }

    @Test
    void baselinePending_isFineOnlyWhenNothingWaits() {
        daemon.answering("GET /api/v1/baselines/pending", 200, "{\"pending\":[]}");

        var outcome = shell.run("baseline", "pending", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("Nothing waits for approval.");
    }

    @Test
    void baselineApprove_tellsWhoDecides() {
        daemon.answering("POST /api/v1/baselines/pending/7/approve", 200, "{}");

        var outcome =
                shell.run("baseline", "approve", "7", "--by", "ada", "--note", "new disks", "--url", daemon.url());

        assertThat(daemon.requests())
                .containsExactly("POST /api/v1/baselines/pending/7/approve {\"by\":\"ada\",\"note\":\"new disks\"}");
        assertThat(outcome.out().strip()).isEqualTo("Baseline 7 is active.");
    }

    @Test
    void baselineAccept_answersAnAlert() {
        daemon.answering("POST /api/v1/baselines/shifts/3/accept", 200, "{}");

        assertThat(shell.run("baseline", "accept", "3", "--url", daemon.url()).out())
                .contains("The level since alert 3 is normal now");
    }

    @Test
    void baselineHealth_findsWhatIsHeld() {
        daemon.answering("GET /api/v1/baselines/health", 200, """
                {"coverage":{"covered":1,"timed":2,"tracked":33},"effectiveness":{"raised":4,"useful":2,"noise":1},
                 "baselines":[{"baseline":{"operation":"commit","branch":null,"baselineId":7,"samples":120,
                  "p99Micros":10000,"thresholdMicros":20000,"weak":false},"percentiles":{"p50Micros":5000},
                  "freshness":"STALE","held":"left out (alert 3)",
                  "reference":{"name":"2026-Q4","percentAbove":25.0,"crept":true}}]}""");

        var outcome = shell.run("baseline", "health", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("1 of 2 tracked operations", "4 raised, 2 useful, 1 noise")
                .contains("held: left out (alert 3)", "+25.0 % vs 2026-Q4: crept", "20.000 ms");
    }

    @Test
    void baselineExclude_asksForABeginning() {
        var outcome = shell.run("baseline", "exclude", "commit", "--reason", "load test", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("--from is missing");
    }

    @Test
    void operationsList_showsWhatTheyAre() {
        daemon.answering("GET /api/v1/catalogue", 200, """
                {"operations":[
                 {"operation":"commit","category":"commit","description":"Stores.","tracked":true},
                 {"operation":"merge_abort","category":"merge","description":"Gives up.","tracked":false}]}""");

        assertThat(shell.run("operations", "list", "--url", daemon.url()).out().lines())
                .containsExactly(
                        "OPERATION    CATEGORY  TRACKED  DESCRIPTION",
                        "commit       commit    yes      Stores.",
                        "merge_abort  merge     no       Gives up.");
        assertThat(shell.run("operations", "list", "--category", "merge", "--url", daemon.url())
                        .out())
                .contains("merge_abort")
                .doesNotContain("Stores.");
    }

    @Test
    void operationsChange_asksForWhatWasGiven() {
        daemon.answering("POST /api/v1/catalogue", 200, """
                {"operation":"commit","category":"commit","description":"Stores.","tracked":false}""");

        var outcome =
                shell.run("operations", "change", "commit", "--tracked=false", "--by", "ada", "--url", daemon.url());

        assertThat(daemon.requests())
                .containsExactly("POST /api/v1/catalogue"
                        + " {\"operation\":\"commit\",\"tracked\":false,\"description\":null,\"by\":\"ada\"}");
        assertThat(outcome.out().strip()).isEqualTo("commit raises no alerts. Stores.");
    }

    @Test
    void sampleLoad_printsTheBaselines() {
        daemon.answering("POST /api/v1/sample", 201, """
                {"baselines":[{"operation":"commit","baselineId":1,"samples":20,"p95Micros":6000,
                "p99Micros":6040,"multiplier":2.5}]}""");

        var outcome = shell.run("sample", "load", "--force", "--url", daemon.url());

        assertThat(daemon.requests()).containsExactly("POST /api/v1/sample {\"force\":true}");
        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION               SAMPLES    P95 ms    P99 ms  MULTIPLIER",
                        "commit                       20       6.0       6.0         2.5");
    }

    @Test
    void problemOfTheDaemon_becomesTheSentence() {
        daemon.answering(CALCULATE, 422, """
                {"type":"about:blank","title":"Too few samples","status":422,"detail":"commit has 3 of 10 timings"}""");

        var outcome = shell.run("baseline", "calculate", "commit", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().strip()).isEqualTo("Too few samples: commit has 3 of 10 timings");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void demo_asksTheDaemonForIt() {
        daemon.answering("POST /api/v1/demo", 200, "{\"running\":true}");

        var outcome = shell.run("demo", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains(daemon.url());
    }

    @Test
    void unreachableDaemon_isOneSentence() {
        daemon.close();

        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().lines())
                .containsExactly("No daemon answers at " + daemon.url()
                        + ": start one with 'tidemark run', or name another with --url.");
    }

    @Test
    void anotherServer_isNotTakenForADaemon() {
        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("is no Tidemark daemon");
    }

    @Test
    void daemonThatBreaksOffItsAnswer_isOneSentence() {
        daemon.breakingOff();

        var outcome = shell.run("alerts", "list", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "The daemon at " + daemon.url() + " gave no whole answer: try again, or look into its log.");
    }

    private static String alerts(String... alerts) {
        return "{\"alerts\":[" + String.join(",", alerts) + "]}";
    }

    private static String alert(String... values) {
        return ALERT.formatted((Object[]) values);
    }

    private static String delivery(String destination, String status) {
        return "{\"destination\":\"%s\",\"status\":\"%s\",\"attempts\":2}".formatted(destination, status);
    }
}
