package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.access.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DeploymentsApiTest {
    private static final String PATH = "/api/v1/deployments";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void record_answersWhatIsFiled() {
        HttpResponse<String> answer = client.post(PATH, """
                {"version": "2.3.1", "at": "2026-11-20T14:00:00Z", "operations": ["merge", "commit"],
                 "link": "https://ci.example.org/7", "note": "A new index.", "by": "ci"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("""
                        {"id":1,"version":"2.3.1","at":"2026-11-20T14:00:00Z","operations":["commit","merge"],\
                        "by":"ci","link":"https://ci.example.org/7","note":"A new index."}""");
    }

    @Test
    void record_ofAVersionAlone_isNow_andOfEverything() {
        JsonNode filed = Client.json(client.post(PATH, "{\"version\": \"2.3.1\"}"));

        assertThat(filed.at("/at").asString()).isEqualTo(RunningDaemon.NOW.toString());
        assertThat(filed.at("/operations")).isEmpty();
    }

    @Test
    void record_twice_isOneDeployment() {
        String body = "{\"version\": \"2.3.1\", \"at\": \"2026-11-20T14:00:00Z\"}";

        assertThat(client.post(PATH, body).body())
                .isEqualTo(client.post(PATH, body).body());
        assertThat(versions(PATH)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; version is missing",
                "{\"version\": \" \"}; version ' ' must not be blank",
                "{\"version\": \"a\", \"at\": \"noon\"}; at 'noon' must be an instant",
                "{\"version\": \"a\", \"at\": \"2026-11-20T15:00:00Z\"}; at 2026-11-20T15:00:00Z is still to come",
                "{\"version\": \"a\", \"link\": \"javascript:alert(1)\"}; link of 19 characters must be an address",
                "{\"version\": \"a\", \"operations\": [\"\"]}; operations '' must not be blank"
            })
    void record_saysWhatIsWrong(String body, String complaint) {
        HttpResponse<String> answer = client.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/detail").asString()).startsWith(complaint);
    }

    @Test
    void list_isTheMostRecentFirst_andGoesOnFromACursor() {
        record("a", "2026-11-20T14:01:00Z", "commit");
        record("b", "2026-11-20T14:02:00Z", "merge");
        record("c", "2026-11-20T14:03:00Z", "commit");

        JsonNode first = Client.json(client.get(PATH + "?limit=2"));

        assertThat(first.at("/deployments")
                        .valueStream()
                        .map(one -> one.at("/version").asString()))
                .containsExactly("c", "b");
        assertThat(versions(PATH + "?limit=2&cursor=" + first.at("/next").asString()))
                .containsExactly("a");
        assertThat(versions(PATH + "?operation=commit")).containsExactly("c", "a");
        assertThat(versions(PATH + "?from=2026-11-20T14:00:00Z&to=2026-11-20T14:02:00Z"))
                .containsExactly("a");
    }

    @Test
    void record_isWhatRecordersMay_inTheirOwnName_andIsAudited() {
        daemon.token("root", Role.ADMIN);
        String viewer = daemon.token("eve", Role.VIEWER);
        String pipeline = daemon.token("pipeline", Role.RECORDER);
        String body = "{\"version\": \"2.3.1\", \"at\": \"2026-11-20T14:00:00Z\", \"by\": \"ada\"}";

        assertThat(client.post(PATH, body, "Authorization", "Bearer " + viewer).statusCode())
                .isEqualTo(403);
        assertThat(Client.json(client.post(PATH, body, "Authorization", "Bearer " + pipeline))
                        .at("/by")
                        .asString())
                .isEqualTo("pipeline");
        assertThat(Client.json(client.get("/api/v1/audit?kind=deployment", "Authorization", "Bearer " + viewer))
                        .at("/entries/0")
                        .toString())
                .contains("\"by\":\"pipeline\",\"verb\":\"added\"", "\"after\":\"2.3.1 at 2026-11-20T14:00:00Z\"");
    }

    private void record(String version, String at, String operation) {
        client.post(PATH, """
                {"version": "%s", "at": "%s", "operations": ["%s"]}""".formatted(version, at, operation));
    }

    private List<String> versions(String path) {
        return Client.json(client.get(path))
                .at("/deployments")
                .valueStream()
                .map(one -> one.at("/version").asString())
                .toList();
    }
}
