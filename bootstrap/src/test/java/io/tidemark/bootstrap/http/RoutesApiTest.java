package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RoutesApiTest {
    private static final String ROUTES = "/api/v1/routes";
    private static final String PAGER =
            "{\"name\":\"pager\",\"channel\":\"echo\",\"values\":{\"webhook-url\":\"https://hooks.example.org/x\"}}";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @BeforeEach
    void addADestination() {
        client.post("/api/v1/channels", PAGER);
    }

    @AfterEach
    void close() {
        daemon.close();
    }

    @Test
    void list_tellsTheRoutesInTheirOrder() {
        assertThat(client.get(ROUTES).body())
                .startsWith("{\"routes\":[{\"name\":\"info\",\"match\":[],\"destinations\":[\"team\"],\"goesOn\":true")
                .contains("\"match\":[\"severity=~CRITICAL\"]");
    }

    @Test
    void put_replacesThem_andTakesDownWho() {
        HttpResponse<String> set = put("routes:\\n  - {name: all, match: [operation=commit], destinations: [pager]}");

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(client.get(ROUTES).body())
                .isEqualTo("{\"routes\":[{\"name\":\"all\",\"match\":[\"operation=commit\"],"
                        + "\"destinations\":[\"pager\"],\"goesOn\":false,\"grouping\":null}],\"warnings\":[]}");
        assertThat(client.get("/api/v1/audit").body()).contains("\"ada\"").contains("all: [operation=commit] to pager");
    }

    @Test
    void put_ofMistakes_changesNothing_andTellsAllWithTheirLines() {
        String before = client.get(ROUTES).body();

        HttpResponse<String> refused =
                put("routes:\\n  - {name: all, destinations: [pagr]}\\n  - {match: [opration=x]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("r.yaml:2:").contains("pager").contains("r.yaml:3:");
        assertThat(client.get(ROUTES).body()).isEqualTo(before);
    }

    @Test
    void explain_saysWhichRoutesTakeIt_whyOthersDoNot_andInWhichWords() {
        String answer = client.post(
                        ROUTES + "/explain", "{\"operation\":\"commit\",\"branch\":\"main\",\"severity\":\"WARNING\"}")
                .body();

        assertThat(answer)
                .contains("{\"route\":\"info\",\"outcome\":\"takes_and_goes_on\",\"refusing\":[]}")
                .contains("{\"route\":\"critical\",\"outcome\":\"refuses\",\"refusing\":[\"severity=~CRITICAL\"]}")
                .contains("\"destination\":\"team\"")
                .contains("commit on main is slow");
    }

    @Test
    void replay_countsWhoWouldHaveBeenTold_bySomeOtherRoutes() {
        assertThat(client.post(
                                ROUTES + "/replay",
                                "{\"yaml\":\"routes: [{name: all, destinations: [pager]}]\",\"hours\":1}")
                        .body())
                .contains("\"alerts\":0,\"untold\":0,\"destinations\":[]");
    }

    @Test
    void runbook_isAnsweredAndShown() {
        assertThat(client.get("/api/v1/runbooks/anomaly").body()).contains("\"title\":\"Runs that do not fit\"");
        assertThat(client.get("/runbooks/ANOMALY").body()).contains("<h1>Runs that do not fit</h1>");
        assertThat(client.get("/api/v1/runbooks/weather").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> put(String yaml) {
        String body = "{\"yaml\":\"" + yaml + "\",\"file\":\"r.yaml\",\"by\":\"ada\"}";
        return client.send("PUT", ROUTES, body, "Content-Type", "application/json");
    }
}
