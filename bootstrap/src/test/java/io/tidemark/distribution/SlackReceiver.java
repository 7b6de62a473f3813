package io.tidemark.distribution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A real HTTP server that answers as an incoming webhook of Slack does. */
final class SlackReceiver implements AutoCloseable {
    final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();

    private final HttpServer server;

    private SlackReceiver(HttpServer server) {
        this.server = server;
    }

    static SlackReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SlackReceiver receiver = new SlackReceiver(server);
        server.createContext("/", receiver::answer);
        server.start();
        return receiver;
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:%d/services/T0/B0/secret-of-the-hook"
                .formatted(server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, ok.length);
            exchange.getResponseBody().write(ok);
        }
    }
}
