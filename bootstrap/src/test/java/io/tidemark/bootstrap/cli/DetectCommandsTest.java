package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DetectCommandsTest {
    private static final String DETECT = "POST /api/v1/detections";

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
    void detect_listsWhatIsOutOfTheOrdinary_withItsWorstTimings() {
        daemon.answering(DETECT, 200, """
                {"summary":"2 operations: 1 alerted","operations":[
                 {"operation":"tag","kind":"normal","outcome":"normal","anomalies":[]},
                 {"operation":"commit","kind":"single_spike","severity":"CRITICAL","outcome":"alerted",
                  "window":{"slow":6,"quick":1,"normalMicros":4000},
                  "degradation":{"oldP99Micros":6000,"newP99Micros":9000,"percent":50},
                  "anomalies":[{"at":"2026-11-21T10:00:00Z","metricId":7,"durationMicros":171000,"score":6.37,
                                "extreme":true,"expectedBecause":null}]}]}""");

        var outcome = shell.run("detect", "--hours", "12", "--method", "classic", "--url", daemon.url());

        assertThat(daemon.requests())
                .containsExactly(DETECT + " {\"operation\":null,\"hours\":12,\"days\":null,\"method\":\"CLASSIC\"}");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION  KIND          SEVERITY  SLOW  QUICK  P99 BEFORE    AFTER   CHANGE  OUTCOME",
                        "commit     single spike  CRITICAL     6      1     6.00 ms  9.00 ms  +50.0 %  alerted",
                        "    2026-11-21T10:00:00Z  timing 7 took 171 ms, normal is 4.00 ms, score 6.37, extreme",
                        "2 operations: 1 alerted.");
    }

    @Test
    void detect_isFine_whenAllIsNormal() {
        daemon.answering(
                DETECT,
                200,
                "{\"summary\":\"0 operations\",\"operations\":[{\"operation\":\"tag\",\"kind\":\"normal\"}]}");

        var outcome = shell.run("detect", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(outcome.out().strip()).isEqualTo("0 operations.");
    }

    @Test
    void thresholds_sayWhatHoldsForAnOperation_whateverItsName() {
        daemon.answering(
                "PUT /api/v1/detection-rules/a%2Fb%20c",
                200, "{\"operation\":\"a/b c\",\"warning\":4.0,\"critical\":6.0,\"alerting\":[\"single_spike\"]}");

        var outcome = shell.run(
                "detect",
                "thresholds",
                "a/b c",
                "--warning",
                "4",
                "--critical",
                "6",
                "--alert",
                "single_spike",
                "--url",
                daemon.url());

        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION  WARNING  CRITICAL  ALERTS ALSO", "a/b c          4.0       6.0  single_spike");
    }

    @Test
    void thresholds_areTakenBack() {
        daemon.answering("DELETE /api/v1/detection-rules/commit?by=ada", 200, "{\"reset\":\"commit\"}");

        var outcome = shell.run("detect", "thresholds", "commit", "--reset", "--by", "ada", "--url", daemon.url());

        assertThat(outcome.out().strip()).isEqualTo("What holds for all holds for commit again.");
    }

    @Test
    void expect_saysWhatIsExpected_andForgetsIt() {
        daemon.answering("POST /api/v1/expected-deviations", 201, """
                {"id":3,"operation":"commit","from":"2026-11-21T10:00:00Z","until":"2026-11-30T18:00:00Z",
                 "upToMicros":250000,"who":"ada","why":"The disks are moved."}""");
        daemon.answering("DELETE /api/v1/expected-deviations/3", 200, "{\"forgotten\":3}");

        var expected = shell.run(
                "detect",
                "expect",
                "commit",
                "--until",
                "2026-11-30T18:00:00Z",
                "--up-to-millis",
                "250",
                "--why",
                "The disks are moved.",
                "--who",
                "ada",
                "--url",
                daemon.url());
        var forgotten = shell.run("detect", "expect", "--forget", "3", "--url", daemon.url());

        assertThat(expected.out()).contains("commit", "2026-11-30T18:00:00Z", "250 ms", "The disks are moved.");
        assertThat(forgotten.out().strip()).isEqualTo("Nothing is expected any more under number 3.");
    }
}
