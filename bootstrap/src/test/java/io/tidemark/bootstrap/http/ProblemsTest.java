package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.StorageException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void unknownPath_isAProblemDocument() {
        HttpResponse<String> answer = client.get("/api/v1/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Client.contentType(answer)).startsWith("application/problem+json");
        assertThat(answer.body()).isEqualTo("""
                        {"type":"about:blank","title":"Not Found","status":404,\
                        "detail":"there is nothing at /api/v1/nowhere","instance":"/api/v1/nowhere","mistakes":[]}""");
    }

    @Test
    void problem_isAPageForABrowser() {
        HttpResponse<String> answer = client.get("/?hours=%3Cscript%3E", "Accept", "text/html,*/*");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.contentType(answer)).startsWith("text/html");
        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void wrongMethod_namesTheRightOne() {
        HttpResponse<String> answer = client.send("DELETE", "/api/v1/alerts", "", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void options_areTheMethodsThatThereAre() {
        HttpResponse<String> answer = client.send("OPTIONS", "/api/v1/tokens", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST", "DELETE", "OPTIONS");
        assertThat(client.send("OPTIONS", "/api/v1/nowhere", "").statusCode()).isEqualTo(404);
    }

    @Test
    void head_isLikeGet_withoutABody() {
        HttpResponse<String> answer = client.send("HEAD", "/api/v1/alerts", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.contentType(answer)).startsWith("application/json");
        assertThat(answer.body()).isEmpty();
        assertThat(client.send("HEAD", "/api/v1/alerts/99", "").statusCode()).isEqualTo(404);
    }

    @Test
    void severalMistakes_areToldOneByOne() {
        HttpResponse<String> answer = client.send(
                "PUT",
                "/api/v1/routes",
                "{\"yaml\":\"routes:\\n  - {name: all, destinations: [pagr]}\\n  - {match: [opration=x]}\"}",
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/mistakes").size()).isGreaterThan(1);
        assertThat(Client.json(answer).at("/instance").asString()).isEqualTo("/api/v1/routes");
    }

    @Test
    void storageThatIsAway_isSaidWithoutItsSecrets() {
        try (HttpServer server = HttpServer.start(HttpServerTest.anyPort(), daemon.partsOver(new LostOutbox()))) {
            HttpResponse<String> answer = new Client(server.address()).get("/api/v1/status");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Client.json(answer).at("/detail").asString())
                    .startsWith("the storage cannot be read now")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void whatNobodyForesaw_isAnsweredWithoutAStackTrace() {
        try (HttpServer server = HttpServer.start(HttpServerTest.anyPort(), daemon.partsWithDemo(() -> {
            throw new IllegalStateException("password=hunter2");
        }))) {
            HttpResponse<String> answer = new Client(server.address()).post("/api/v1/demo", "");

            assertThat(answer.body()).isEqualTo("""
                            {"type":"about:blank","title":"Server Error","status":500,\
                            "detail":"something failed here; the log says what","instance":"/api/v1/demo","mistakes":[]}""");
        }
    }

    @Test
    void bodyTooLarge_isRefusedWithTheBound() {
        HttpResponse<String> answer =
                client.post("/api/v1/baselines", "{\"operation\":\"" + "x".repeat(70_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Client.json(answer).at("/detail").asString()).isEqualTo("the body is larger than 65536 bytes");
    }

    /** As when the database is away. */
    private static final class LostOutbox implements OutboxReader {
        @Override
        public Map<DeliveryStatus, Long> depth() {
            throw StorageException.passing("no answer from jdbc:postgresql://db/?password=hunter2", null);
        }

        @Override
        public List<LoggedAttempt> attempts(long alertId) {
            throw StorageException.passing("no answer", null);
        }

        @Override
        public List<Sent> deliveries(
                @Nullable DeliveryStatus status, @Nullable String destination, long before, int limit) {
            throw StorageException.passing("no answer", null);
        }

        @Override
        public Optional<Followed> find(long id) {
            throw StorageException.passing("no answer", null);
        }

        @Override
        public Map<String, Instant> resting() {
            throw StorageException.passing("no answer", null);
        }

        @Override
        public List<Statistics> statistics(Instant since) {
            throw StorageException.passing("no answer", null);
        }
    }
}
