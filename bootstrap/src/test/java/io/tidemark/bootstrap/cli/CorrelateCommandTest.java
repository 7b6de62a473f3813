package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CorrelateCommandTest {
    private static final String ASKED = "GET /api/v1/correlations?hours=24&threshold=0.75&raw=false";

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
    void correlate_withoutPairsSaysWhatWasLookedAt() {
        daemon.answering(ASKED, 200, """
                {"tested":{"pairs":528,"tooFewCommonMinutes":30,"noDeviation":2},"pairs":[],"groups":[]}""");

        var outcome = shell.run("correlate", "--url", daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "No correlation of 0.75 or more among 528 pairs in 24 h (no verdict on 30 that have too"
                                + " few minutes in common, and 2 that never change).");
    }

    @Test
    void correlate_showsPairsAndFindsGroups() {
        daemon.answering(ASKED, 200, """
                {"tested":{"pairs":1},
                 "pairs":[{"operations":["branch_create","commit"],"coefficient":0.9123,"minutes":1380,
                           "confidence":0.9123,"bothDegrading":true,"bottleneck":"OBJECT_STORAGE_IO",
                           "recommendation":"Look at disk I/O."}],
                 "groups":[{"operations":["branch_create","commit"],"severity":"CRITICAL","worst":"commit",
                            "worstMicros":12500,"worstNormalMicros":5000,"bottleneck":"OBJECT_STORAGE_IO",
                            "recommendation":"Look at disk I/O."}]}""");

        var outcome = shell.run("correlate", "--url", daemon.url());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "OPERATION      MOVES WITH     R      OVER  CONFIDENCE  BOTH SLOW  BOTTLENECK",
                        "branch_create  commit      0.91  1380 min        0.91  yes        OBJECT_STORAGE_IO",
                        "",
                        "OBJECT_STORAGE_IO: Look at disk I/O.",
                        "",
                        "CRITICAL: branch_create, commit degrade together. commit takes 12.500 ms, normally 5.000 ms.",
                        "OBJECT_STORAGE_IO: Look at disk I/O.");
    }

    @Test
    void rulesList_saysWhenEachRuleFits() {
        daemon.answering("GET /api/v1/correlations/rules", 200, """
                {"rules":[
                  {"id":3,"fits":"any","categories":["schema"],"operations":["import_*"],"bottleneck":"STAGING",
                   "recommendation":"Look."},
                  {"id":null,"fits":"all","categories":[],"operations":[],"bottleneck":"LOCKS",
                   "recommendation":"Wait."}]}""");

        var outcome = shell.run("correlate", "rules", "list", "--url", daemon.url());

        assertThat(outcome.out().lines())
                .containsExactly(
                        "ID  WHEN                          BOTTLENECK  RECOMMENDATION",
                        " 3  any is of schema or import_*  STAGING     Look.",
                        " -  always                        LOCKS       Wait.");
    }

    @Test
    void rulesAdd_saysWhatWasAdded() {
        daemon.answering("POST /api/v1/correlations/rules", 201, """
                {"id":4,"fits":"all","categories":["merge"],"operations":[],"bottleneck":"CPU","recommendation":"Look."}""");

        var outcome = shell.run(
                "correlate",
                "rules",
                "add",
                "--category",
                "merge",
                "--bottleneck",
                "CPU",
                "--recommendation",
                "Look.",
                "--url",
                daemon.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines()).containsExactly("Rule 4: when all are of merge, it is CPU.");
    }
}
