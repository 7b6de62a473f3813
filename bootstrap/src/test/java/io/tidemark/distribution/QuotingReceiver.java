package io.tidemark.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that refuses everything, and quotes the whole address that it was called at. */
final class QuotingReceiver implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();

    private QuotingReceiver(HttpServer server) {
        this.server = server;
    }

    static QuotingReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        QuotingReceiver receiver = new QuotingReceiver(server);
        server.createContext("/", receiver::answer);
        server.start();
        return receiver;
    }

    /** An address whose path is the secret. */
    String webhook(String secret) {
        return "http://127.0.0.1:%d/services/T0/B0/%s"
                .formatted(server.getAddress().getPort(), secret);
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String address = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
            byte[] answer = ("no_service at " + address + ", that is " + exchange.getRequestURI()).getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .set("X-Quoted", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            calls.incrementAndGet();
        }
    }
}
