package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class StatusCommandsTest {
    private static final String OPERATIONS = "GET /api/v1/operations?limit=5000&hours=1";
    private static final String NOTHING = """
            {"from":"2026-11-21T11:00:00Z","to":"2026-11-21T12:00:00Z","stepSeconds":60,"operations":[]}""";
    private static final String TWO = """
            {"from":"2026-11-21T11:00:00Z","to":"2026-11-21T11:04:00Z","stepSeconds":60,"operations":[
             {"operation":"checkout","standing":"normal","description":"Switches.",
              "whole":{"count":3,"p50Micros":1000,"p95Micros":2000,"p99Micros":2000},
              "baseline":{"p99Micros":2000,"thresholdMicros":4000,"samples":200,"weak":false},
              "points":[{"start":"2026-11-21T11:00:00Z","durations":{"p50Micros":1000,"p95Micros":2000,"p99Micros":2000}}]},
             {"operation":"commit","standing":"above limit","description":"Stores.",
              "whole":{"count":1200,"p50Micros":1000,"p95Micros":2000,"p99Micros":9000},
              "baseline":{"p99Micros":3000,"thresholdMicros":6000,"samples":50,"weak":true},
              "points":[{"start":"2026-11-21T11:00:00Z","durations":{"p50Micros":1000,"p95Micros":1500,"p99Micros":2000}},
                        {"start":"2026-11-21T11:03:00Z","durations":{"p50Micros":1500,"p95Micros":2000,"p99Micros":9000}}]}]}""";
    private static final String ALERT = """
            {"alerts":[{"id":1,"severity":"CRITICAL","operation":"commit","branch":null,"state":"open","summary":"slow",
                        "occurrences":3,"lastSeen":"2026-11-21T11:57:00Z","deliveries":[]}]}""";

    private static final String SLOWEST = "GET /api/v1/operations/slowest?operation=commit"
            + "&from=2026-11-21T11%3A00%3A00Z&to=2026-11-21T11%3A04%3A00Z&limit=20";
    private static final String HISTORY = "GET /api/v1/baselines/history?operation=commit&limit=30";

    private final CommandFixture shell = new CommandFixture();
    private DaemonFixture daemon;

    @BeforeEach
    void startDaemon() throws Exception {
        daemon = new DaemonFixture();
        daemon.answering("GET /api/v1/status", 200, """
                {"version":"1.2","storage":"memory","recorder":{"heldBack":0},
                 "outbox":{"pending":2,"sending":1,"failed":4},
                 "destinations":{"team":{"status":"up"},"pager":{"status":"down"}}}""");
    }

    @AfterEach
    void stopDaemon() {
        daemon.close();
    }

    @Test
    void status_showsAlerts_operationsWorstFirst_andTheQueue() {
        daemon.answering("GET /api/v1/alerts?state=open", 200, ALERT).answering(OPERATIONS, 200, TWO);

        var outcome = shell.run("status", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "ID  SEVERITY  OPERATION  STATE  SEEN  LAST SEEN  SUMMARY",
                        "1   CRITICAL  commit     open   3x    3m ago     slow",
                        "",
                        "OPERATION  STANDING      RUNS      P50      P95      P99   NORMAL  P99 OVER TIME",
                        "commit     above limit  1,200  1.00 ms  2.00 ms  9.00 ms  3.00 ms           ▁  █",
                        "checkout   normal           3  1.00 ms  2.00 ms  2.00 ms  2.00 ms           ▁",
                        "",
                        "Notifications: 3 wait, 4 dead. Destinations: pager is down. Recordings held back: 0."
                                + " Tidemark 1.2 on memory.");
    }

    @Test
    void status_withoutAlertsIsFine() {
        daemon.answering("GET /api/v1/alerts?state=open", 200, "{\"alerts\":[]}")
                .answering(OPERATIONS, 200, NOTHING);

        var outcome = shell.run("status", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("No open alerts.", "Nothing was recorded in that time.");
    }

    @Test
    void status_asJson_isAllThatIsShown() {
        daemon.answering("GET /api/v1/alerts?state=open", 200, ALERT).answering(OPERATIONS, 200, TWO);

        var json = new JsonMapper()
                .readTree(shell.run("status", "--json", "--url", daemon.url()).out());

        assertThat(json.at("/alerts/0/id").asInt()).isEqualTo(1);
        assertThat(json.at("/overview/operations")).hasSize(2);
        assertThat(json.at("/daemon/version").asString()).isEqualTo("1.2");
    }

    @Test
    void operationsShow_drawsTheBands_andSaysWhatIsNormal() {
        daemon.answering("GET /api/v1/alerts?state=all&limit=1000", 200, ALERT)
                .answering(OPERATIONS, 200, TWO)
                .answering(SLOWEST, 200, "{\"runs\":[]}")
                .answering(HISTORY, 200, "{\"changes\":[]}");

        var outcome = shell.run("operations", "show", "commit", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "commit: above limit  Stores.",
                        "",
                        "p50  ▁  █  1.00 ms to 1.50 ms",
                        "p95  ▁  █  1.50 ms to 2.00 ms",
                        "p99  ▁  █  2.00 ms to 9.00 ms",
                        "        +  + above the limit",
                        "     2026-11-21T11:00:00Z to 2026-11-21T11:04:00Z",
                        "",
                        "Slowest timings",
                        "No single timings of this stretch of time are kept: look less far back.",
                        "",
                        "Normal is a p99 of 3.00 ms, from 50 runs, which are few; a run above 6.00 ms breaks the baseline.",
                        "",
                        "ID  SEVERITY  OPERATION  STATE  SEEN  LAST SEEN  SUMMARY",
                        "1   CRITICAL  commit     open   3x    3m ago     slow");
    }

    @Test
    void operationsShow_listsTheSlowestTimings_andHowItsBaselineChanged() {
        daemon.answering("GET /api/v1/alerts?state=all&limit=1000", 200, "{\"alerts\":[]}")
                .answering(OPERATIONS, 200, TWO)
                .answering(SLOWEST, 200, """
                        {"runs":[
                         {"start":"2026-11-21T11:03:07.251Z","durationMicros":9000,"timesNormalP99":3.0,"user":"ada",
                          "branch":"main","name":null,"rowsAffected":12,"error":"deadlock","traceId":null},
                         {"start":"2026-11-21T11:00:59Z","durationMicros":2000,"timesNormalP99":0.6667,"user":"grace",
                          "branch":null,"name":null,"rowsAffected":null,"error":null,"traceId":null}]}""")
                .answering(HISTORY, 200, """
                        {"changes":[
                         {"branch":null,"newP99Micros":3000,"percentChange":20.4,
                          "origin":{"at":"2026-11-20T02:00:00Z","reason":"scheduled","by":"nightly","note":null}},
                         {"branch":"main","newP99Micros":2500,"percentChange":null,
                          "origin":{"at":"2026-11-19T02:00:00Z","reason":"manual","by":"ada","note":"a new disk"}}]}""");

        var outcome = shell.run("operations", "show", "commit", "--url", daemon.url());

        assertThat(outcome.out()).contains("""
                        Slowest timings
                        STARTED                  TOOK  × NORMAL P99  USER   BRANCH  ROWS  ERROR
                        2026-11-21T11:03:07Z  9.00 ms          3.0×  ada    main      12  deadlock
                        2026-11-21T11:00:59Z  2.00 ms          0.7×  grace
                        """, """
                        FROM                  BRANCH      P99     CHANGE  WHY                 BY
                        2026-11-20T02:00:00Z  all     3.00 ms      +20 %  scheduled           nightly
                        2026-11-19T02:00:00Z  main    2.50 ms  the first  manual: a new disk  ada
                        """);
    }

    @Test
    void operationsShow_showsTheRest_whenSingleTimingsCannotBeFound() {
        daemon.answering("GET /api/v1/alerts?state=all&limit=1000", 200, ALERT)
                .answering(OPERATIONS, 200, TWO)
                .answering(SLOWEST, 503, "{\"title\":\"Service Unavailable\"}")
                .answering(HISTORY, 200, "{\"changes\":[]}");

        var outcome = shell.run("operations", "show", "commit", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Single timings cannot be shown", "Normal is a p99 of 3.00 ms");
    }

    @Test
    void operationsShow_ofAnUnknownOne_isOneSentence() {
        daemon.answering(OPERATIONS, 200, TWO);

        var outcome = shell.run("operations", "show", "comit", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err()).startsWith("Nothing was recorded of 'comit' in that time");
    }
}
