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
        daemon.answering("GET /api/v1/alerts?state=all&limit=1000", 200, ALERT).answering(OPERATIONS, 200, TWO);

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
                        "Normal is a p99 of 3.00 ms, from 50 runs, which are few; a run above 6.00 ms breaks the baseline.",
                        "",
                        "ID  SEVERITY  OPERATION  STATE  SEEN  LAST SEEN  SUMMARY",
                        "1   CRITICAL  commit     open   3x    3m ago     slow");
    }

    @Test
    void operationsShow_ofAnUnknownOne_isOneSentence() {
        daemon.answering(OPERATIONS, 200, TWO);

        var outcome = shell.run("operations", "show", "comit", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CANNOT);
        assertThat(outcome.err()).startsWith("Nothing was recorded of 'comit' in that time");
    }
}
