package io.tidemark.bootstrap.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Notes each request, and answers as a seeded die falls: well, badly, late, half, or not at all. */
final class TreacherousReceiver implements AutoCloseable {
    static final int ASKED_SECONDS = 1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Heard> heard = new ArrayList<>();
    private final HttpServer server;
    private final Random random;
    private volatile boolean kind;

    TreacherousReceiver(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** How a request is answered. */
    enum Answer {
        TAKEN,
        BROKEN,
        THROTTLED,
        HANGS,
        CLOSED,
        CUT_SHORT
    }

    /**
     * A request.
     *
     * @param nanos when it came
     */
    record Heard(String destination, String mark, Answer answer, long nanos) {
        /** Whether the sender can know that it was taken. */
        boolean isSaid() {
            return answer == Answer.TAKEN || answer == Answer.CUT_SHORT;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /** All requests, in the order in which they came. */
    List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** From now on everything is taken. */
    void beKind() {
        kind = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String mark = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String destination = exchange.getRequestURI().getPath().substring(1);
        Answer answer = note(destination, mark);
        switch (answer) {
            case TAKEN -> reply(exchange, 200);
            case BROKEN -> reply(exchange, 500);
            case THROTTLED -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(ASKED_SECONDS));
                reply(exchange, 429);
            }
            case HANGS -> {
                hang();
                exchange.close();
            }
            case CLOSED -> exchange.close();
            case CUT_SHORT -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('o');
                exchange.getResponseBody().flush();
                exchange.close();
            }
        }
    }

    private Answer note(String destination, String mark) {
        synchronized (heard) {
            Answer answer = kind ? Answer.TAKEN : drawn(destination);
            heard.add(new Heard(destination, mark, answer, System.nanoTime()));
            return answer;
        }
    }

    /** Only who gets one message at a time is told to wait: nothing else can be under way then. */
    private Answer drawn(String destination) {
        int die = random.nextInt(100);
        if (die < 80) {
            return Answer.TAKEN;
        }
        if (die < 88) {
            return Answer.BROKEN;
        }
        if (die < 91) {
            return destination.equals("paced") ? Answer.THROTTLED : Answer.BROKEN;
        }
        if (die < 92) {
            return Answer.HANGS;
        }
        return die < 96 ? Answer.CLOSED : Answer.CUT_SHORT;
    }

    private static void reply(HttpExchange exchange, int status) throws IOException {
        byte[] body = "ok".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void hang() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
