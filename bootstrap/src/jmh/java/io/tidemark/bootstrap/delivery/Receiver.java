package io.tidemark.bootstrap.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers at once, and notes when each mark was in a request first. */
final class Receiver implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("mark-[0-9]+-[0-9]+");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    static {
        // Beyond 200 idle connections the server would close those that somebody is about to use.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        // An answer in two packets would wait 40 ms for the sender to acknowledge the first: that is not at once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    void expect(int marks) {
        arrivals.clear();
        awaited = new CountDownLatch(marks);
    }

    /** When each mark came, in nanoseconds. */
    Map<String, Long> await() throws InterruptedException {
        if (!awaited.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%d requests did not come".formatted(awaited.getCount()));
        }
        return Map.copyOf(arrivals);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, ok.length);
        exchange.getResponseBody().write(ok);
        exchange.close();
        Matcher mark = MARK.matcher(body);
        if (mark.find() && arrivals.putIfAbsent(mark.group(), now) == null) {
            awaited.countDown();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
