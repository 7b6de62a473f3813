package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelsApiTest {
    private static final String CHANNELS = "/api/v1/channels";
    private static final String URL = "https://hooks.example.org/planted";
    private static final String TEAM = """
            {"name":"team/eu west","channel":"echo","values":{"webhook-url":"%s"},"by":"ada"}""".formatted(URL);

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void add_takesEffectAtOnce_andTellsNoValue() {
        HttpResponse<String> added = client.post(CHANNELS, TEAM);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(client.get(CHANNELS).body()).isEqualTo("""
                {"channels":[{"name":"team/eu west","channel":"echo","origin":"database","status":"up","detail":"ok","pauseMillis":1000}]}""");
    }

    @Test
    void add_ofWhatTheChannelRefuses_storesNothing() {
        HttpResponse<String> refused = client.post(CHANNELS, """
                {"name":"team","channel":"echo","values":{"webhook-ulr":"%s"}}""".formatted(URL));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("webhook-url: is missing").doesNotContain("planted");
        assertThat(client.get(CHANNELS).body()).isEqualTo("{\"channels\":[]}");
    }

    @Test
    void add_ofAKindThatNobodyOffers_namesThoseThereAre() {
        HttpResponse<String> refused = client.post(CHANNELS, "{\"name\":\"team\",\"channel\":\"slakc\",\"values\":{}}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("slakc").contains("echo");
    }

    @Test
    void add_ofATakenName_isRefused() {
        client.post(CHANNELS, TEAM);

        assertThat(client.post(CHANNELS, TEAM).statusCode()).isEqualTo(409);
    }

    @Test
    void change_setsAndUnsetsKeys() {
        client.post(CHANNELS, TEAM);

        assertThat(change("{\"name\":\"team/eu west\",\"set\":{\"user\":\"tidemark\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(change("{\"name\":\"team/eu west\",\"unset\":[\"user\"]}").statusCode())
                .isEqualTo(200);
        assertThat(change("{\"name\":\"team/eu west\",\"unset\":[\"webhook-url\"]}")
                        .body())
                .contains("webhook-url: is missing");
    }

    @Test
    void remove_takesItAway_once() {
        client.post(CHANNELS, TEAM);
        String path = CHANNELS + "?name=team%2Feu%20west";

        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(client.get(CHANNELS).body()).isEqualTo("{\"channels\":[]}");
    }

    @Test
    void test_tellsWhatTheReceiverSays_withoutTheSecretThatItQuotes() {
        client.post(CHANNELS, TEAM);

        HttpResponse<String> answer = client.post(CHANNELS + "/test", "{\"name\":\"team/eu west\"}");

        assertThat(answer.body()).isEqualTo("""
                {"name":"team/eu west","outcome":"refused","reason":"echoed","status":404,"detail":"no service at ***"}""");
    }

    @Test
    void test_ofAnUnknownOne_namesThoseThereAre() {
        client.post(CHANNELS, TEAM);

        HttpResponse<String> answer = client.post(CHANNELS + "/test", "{\"name\":\"taem\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("team/eu west");
    }

    @Test
    void changes_areTakenDown_byTheNamesOfTheirKeys() {
        client.post(CHANNELS, TEAM);
        change("{\"name\":\"team/eu west\",\"set\":{\"user\":\"hidden\"},\"by\":\"bob\"}");

        assertThat(client.get("/api/v1/audit").body())
                .contains("\"by\":\"bob\",\"verb\":\"changed\",\"kind\":\"destination\",\"name\":\"team/eu west\"")
                .contains("\"before\":\"echo with [webhook-url]\"")
                .contains("\"after\":\"echo with [user, webhook-url]; set [user], removed []\"")
                .doesNotContain("planted")
                .doesNotContain("hidden");
    }

    private HttpResponse<String> change(String body) {
        return client.send("PATCH", CHANNELS, body, "Content-Type", "application/json");
    }
}
