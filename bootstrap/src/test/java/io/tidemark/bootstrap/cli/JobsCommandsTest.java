package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JobsCommandsTest {
    private static final String JOBS = "GET /api/v1/jobs";
    private static final String JOB = """
            {"job":"detect","schedule":{"cron":"0 */6 * * *","timeZone":"Europe/Berlin","enabled":true},\
            "changed":%s,"next":[%s],"running":null,"last":%s}""";
    private static final String NEXT = """
            {"utc":"2026-11-20T17:00:00Z","local":"2026-11-20T18:00:00+01:00"}""";
    private static final String RUN = """
            {"due":"2026-11-20T11:00:00Z","started":"2026-11-20T11:00:00.012Z","ended":"2026-11-20T11:00:01.512Z",\
            "millis":1500,"outcome":"SUCCESS","detail":"looked at 7 operations","node":"4711@db1","askedBy":"ada"}""";

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
    void list_showsWhenJobsRunNext_inBothTimes() {
        daemon.answering(JOBS, 200, "{\"jobs\":[" + JOB.formatted("null", NEXT, RUN) + "]}");

        assertThat(shell.run("jobs", "list", "--url", daemon.url()).out().lines())
                .containsExactly(
                        "JOB     SCHEDULE                   NEXT (UTC)            NEXT (LOCAL)               LAST",
                        "detect  0 */6 * * * Europe/Berlin  2026-11-20T17:00:00Z  2026-11-20T18:00:00+01:00"
                                + "  SUCCESS in 1500.000 ms: looked at 7 operations");
    }

    @Test
    void list_asJsonPrintsTheAnswerOfTheDaemon() {
        var answer = "{\"jobs\":[" + JOB.formatted("null", NEXT, RUN) + "]}";
        daemon.answering(JOBS, 200, answer);

        var json = new JsonMapper();
        assertThat(json.readTree(shell.run("jobs", "list", "--json", "--url", daemon.url())
                        .out()))
                .isEqualTo(json.readTree(answer));
    }

    @Test
    void runs_showsWhatBecameOfThem() {
        daemon.answering("GET /api/v1/jobs/detect/runs?limit=5", 200, "{\"job\":\"detect\",\"runs\":[" + RUN + "]}");

        assertThat(shell.run("jobs", "runs", "detect", "--limit", "5", "--url", daemon.url())
                        .out())
                .contains("2026-11-20T11:00:00.012Z")
                .contains("SUCCESS")
                .contains("1.50 s")
                .contains("4711@db1")
                .contains("asked for by ada");
    }

    @Test
    void schedule_asksForWhatWasGiven_andSaysWhenItRunsNext() {
        var path = "PUT /api/v1/jobs/detect/schedule";
        daemon.answering(path, 200, JOB.formatted("{\"by\":\"ada\"}", NEXT, "null"));

        var outcome =
                shell.run("jobs", "schedule", "detect", "--cron", "0 */6 * * *", "--by", "ada", "--url", daemon.url());

        assertThat(daemon.requests())
                .containsExactly(
                        path + " {\"cron\":\"0 */6 * * *\",\"timeZone\":null,\"enabled\":null,\"by\":\"ada\"}");
        assertThat(outcome.out().strip())
                .isEqualTo("detect runs 0 */6 * * * Europe/Berlin, by ada: next at 2026-11-20T17:00:00Z, which is"
                        + " 2026-11-20T18:00:00+01:00");
    }

    @Test
    void schedule_isPutBack() {
        daemon.answering("DELETE /api/v1/jobs/detect/schedule?by=ada", 200, JOB.formatted("null", "", "null"));

        var outcome = shell.run("jobs", "schedule", "detect", "--reset", "--by", "ada", "--url", daemon.url());

        assertThat(outcome.out().strip()).isEqualTo("detect runs 0 */6 * * * Europe/Berlin: never by itself");
    }

    @Test
    void run_asksForOne() {
        var path = "POST /api/v1/jobs/detect/runs";
        daemon.answering(path, 202, JOB.formatted("null", NEXT, "null"));

        var outcome = shell.run("jobs", "run", "detect", "--by", "ada", "--url", daemon.url());

        assertThat(daemon.requests()).containsExactly(path + " {\"by\":\"ada\"}");
        assertThat(outcome.out().strip())
                .isEqualTo("detect runs as soon as it can; 'tidemark jobs runs detect' shows what became of it");
    }
}
