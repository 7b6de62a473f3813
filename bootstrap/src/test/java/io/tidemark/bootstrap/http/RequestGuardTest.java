package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "127.0.0.1:7117",
                "[::1]:7117",
                "tidemark.example",
                "10.1.2.3:7117",
                "[fe80::1]"
            })
    void host_isTakenWhenItIsKnown(String host) {
        assertThat(client.statusUnderHost("/api/v1/status", host)).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7117", "evil.example:localhost"
            })
    void host_isRefusedWhenItIsNot(String host) {
        assertThat(client.statusUnderHost("/api/v1/status", host)).containsPattern(" 4\\d\\d ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void probes_areAnsweredUnderAnyName(String path) {
        assertThat(client.statusUnderHost(path, "pod-7.cluster.example")).contains(" 200 ");
    }

    @Test
    void change_isTakenFromAPageOfThisServer() {
        String origin = "http://" + daemon.address().getAuthority();

        assertThat(client.post("/api/v1/demo", "", "Origin", origin).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "not an origin", "http://127.0.0.1:1"})
    void change_isRefusedFromAPageOfAnother(String origin) {
        assertThat(client.post("/api/v1/demo", "", "Origin", origin).statusCode())
                .isEqualTo(403);
        assertThat(daemon.demoStarts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json; charset=klingon"
            })
    void change_isRefusedInATypeThatFormsCanSend(String type) {
        HttpResponse<String> answer = client.send("POST", "/api/v1/demo", "{}", "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(daemon.demoStarts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/status", "/nowhere", "/metrics"})
    void answers_tellBrowsersWhatTheyMustNotDo(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
