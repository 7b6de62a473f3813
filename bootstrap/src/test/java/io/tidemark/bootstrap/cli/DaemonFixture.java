package io.tidemark.bootstrap.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP server that answers as a daemon would. */
final class DaemonFixture implements AutoCloseable {
    private record Reply(int status, String type, String body) {}

    private final HttpServer server;
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private int missing;
    private int busy;

    DaemonFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    DaemonFixture answering(String request, int status, String body) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        replies.put(request, new Reply(status, type, body));
        return this;
    }

    /** From now on, half of an answer is sent before the connection is closed. */
    void breakingOff() {
        missing = 10;
    }

    /** That many of the next requests are put off. */
    void busy(int times) {
        busy = times;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Each request as {@code METHOD path body}. */
    List<String> requests() {
        return requests;
    }

    /** What each request showed to be let in, {@code none} if nothing. */
    List<String> authorizations() {
        return authorizations;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorizations.add(exchange.getRequestHeaders()
                    .getOrDefault("Authorization", List.of("none"))
                    .get(0));
            requests.add((request + " " + body).strip());
            var reply = busy > 0
                    ? new Reply(429, "application/problem+json", "{\"title\":\"Too Many Requests\"}")
                    : replies.getOrDefault(request, new Reply(404, "text/html", "<html>not found</html>"));
            busy -= busy > 0 ? 1 : 0;
            exchange.getResponseHeaders().set("Retry-After", "0");
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), bytes.length + missing);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
