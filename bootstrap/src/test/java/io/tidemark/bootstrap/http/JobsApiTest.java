package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.schedule.Schedule;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsApiTest {
    private static final String SCHEDULE = "/api/v1/jobs/detect/schedule";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void offer() {
        daemon.offers("detect", Schedule.of("0 */6 * * *", "Europe/Berlin"));
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void jobs_tellWhenTheyRunNext_inTheirZoneAndInUtc() {
        assertThat(client.get("/api/v1/jobs").body()).isEqualTo("""
                {"jobs":[{"job":"detect","description":"Does something.",\
                "schedule":{"cron":"0 */6 * * *","timeZone":"Europe/Berlin","enabled":true},\
                "registered":{"cron":"0 */6 * * *","timeZone":"Europe/Berlin","enabled":true},\
                "changed":null,"asked":null,"next":[\
                {"utc":"2026-11-20T17:00:00Z","local":"2026-11-20T18:00:00+01:00"},\
                {"utc":"2026-11-20T23:00:00Z","local":"2026-11-21T00:00:00+01:00"},\
                {"utc":"2026-11-21T05:00:00Z","local":"2026-11-21T06:00:00+01:00"},\
                {"utc":"2026-11-21T11:00:00Z","local":"2026-11-21T12:00:00+01:00"},\
                {"utc":"2026-11-21T17:00:00Z","local":"2026-11-21T18:00:00+01:00"}],\
                "running":null,"last":null}]}""");
    }

    @Test
    void schedule_isChanged_andSaysByWhom() {
        HttpResponse<String> answer = put("""
                {"cron":"30 1 * * *","timeZone":"UTC","by":"ada"}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.json(answer).at("/schedule/cron").asString()).isEqualTo("30 1 * * *");
        assertThat(Client.json(answer).at("/registered/cron").asString()).isEqualTo("0 */6 * * *");
        assertThat(Client.json(answer).at("/changed/by").asString()).isEqualTo("ada");
        assertThat(Client.json(answer).at("/next/0/utc").asString()).isEqualTo("2026-11-21T01:30:00Z");
    }

    @Test
    void schedule_thatIsDisabled_hasNoNextTime() {
        assertThat(Client.json(put("{\"enabled\":false}")).at("/next")).isEmpty();
    }

    @Test
    void schedule_isPutBack() {
        put("{\"cron\":\"30 1 * * *\"}");

        HttpResponse<String> answer = client.send("DELETE", SCHEDULE, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.json(answer).at("/schedule/cron").asString()).isEqualTo("0 */6 * * *");
        assertThat(Client.json(answer).at("/changed").isNull()).isTrue();
    }

    @Test
    void schedule_refusesACronThatIsNone() {
        assertThat(detail(put("{\"cron\":\"0 25 * * *\"}")))
                .startsWith("'0 25 * * *' is no cron expression: hour '25' must be from 0 to 23;");
    }

    @Test
    void schedule_refusesAZoneThatIsNone() {
        assertThat(detail(put("{\"timeZone\":\"Europe/Berln\"}")))
                .startsWith("time zone 'Europe/Berln' is unknown: write one of the IANA names");
    }

    @Test
    void schedule_refusesAChangeOfNothing() {
        assertThat(detail(put("{\"by\":\"ada\"}")))
                .isEqualTo("say what to change: cron, timeZone, enabled or several of them");
    }

    @Test
    void run_isAskedFor() {
        HttpResponse<String> answer = client.post("/api/v1/jobs/detect/runs", "{\"by\":\"ada\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Client.json(answer).at("/asked/by").asString()).isEqualTo("ada");
    }

    @Test
    void runs_areAnEmptyListAtFirst() {
        assertThat(client.get("/api/v1/jobs/detect/runs").body())
                .isEqualTo("{\"job\":\"detect\",\"runs\":[],\"next\":null}");
    }

    @Test
    void job_thatIsNone_isAnsweredWithTheChoices() {
        HttpResponse<String> answer = client.get("/api/v1/jobs/detcet/runs");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).isEqualTo("there is no job 'detcet': there are detect");
    }

    private HttpResponse<String> put(String body) {
        return client.send("PUT", SCHEDULE, body, "Content-Type", "application/json");
    }

    private static String detail(HttpResponse<String> answer) {
        return Client.json(answer).at("/detail").asString();
    }
}
