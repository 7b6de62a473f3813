package io.tidemark.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running daemon; whatever goes wrong becomes a sentence. */
final class DaemonClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    /** Calculating a baseline reads a week of timings. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_PAUSE = 30;

    private final URI url;
    private final Pass pass;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    DaemonClient(URI url, Pass pass) {
        this.url = url;
        this.pass = pass;
    }

    /**
     * An answer in JSON, whatever its status.
     *
     * @param retryAfter after how long the same may succeed, if the daemon says so
     */
    record Answer(int status, JsonNode body, Duration retryAfter) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    URI url() {
        return url;
    }

    JsonNode get(String path) {
        return success(ask(path));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return success(send(withBody(path, "POST", body)));
    }

    /** Posts what is no object, but a list of them. */
    JsonNode post(String path, List<?> body) {
        return success(send(withBody(path, "POST", body)));
    }

    /**
     * Posts JSON that is written already; again for as long as the daemon is busy or its storage is away. Under its key it
     * is stored once.
     */
    JsonNode postPatiently(String path, String written, String key) {
        var answer = send(batch(path, written, key));
        for (int tries = 1; tries < MOST_TRIES && BUSY.contains(answer.status()); tries++) {
            pause(answer.retryAfter());
            answer = send(batch(path, written, key));
        }
        return success(answer);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return success(send(withBody(path, "PUT", body)));
    }

    JsonNode patch(String path, Map<String, ?> body) {
        return success(send(withBody(path, "PATCH", body)));
    }

    JsonNode delete(String path) {
        return success(send(request(path).DELETE()));
    }

    /** A name made fit to be a part of a path, or a value of a query. */
    static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    Answer ask(String path) {
        return send(request(path).GET());
    }

    /** Whether anything takes connections at the address. */
    boolean isListening() {
        int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), (int) CONNECT_LIMIT.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json");
        return pass.token() == null ? request : request.header("Authorization", "Bearer " + pass.token());
    }

    private HttpRequest.Builder withBody(String path, String method, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private HttpRequest.Builder batch(String path, String written, String key) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(written));
    }

    private static Duration retryAfter(HttpHeaders headers) {
        var seconds = headers.firstValue("Retry-After").filter(text -> text.matches("\\d{1,4}"));
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(seconds.orElse("1"))));
    }

    private void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cannot("Stopped while the daemon at " + url + " was busy.", stopped);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()), retryAfter(response.headers()));
        } catch (JacksonException noJson) {
            throw CommandFailure.cannot("What answers at " + url + " is no Tidemark daemon; is --url right?", noJson);
        } catch (ConnectException | HttpConnectTimeoutException failed) {
            throw CommandFailure.cannot(
                    "No daemon answers at " + url + ": start one with 'tidemark run', or name another with --url.",
                    failed);
        } catch (IOException failed) {
            throw CommandFailure.cannot(
                    "The daemon at " + url + " gave no whole answer: try again, or look into its log.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.cannot("Stopped while waiting for the daemon at " + url + ".", stopped);
        }
    }

    /** Problem details as of RFC 9457 become the sentence. */
    JsonNode success(Answer answer) {
        if (answer.isSuccess()) {
            return answer.body();
        }
        if (answer.status() == UNAUTHORIZED
                && pass.token() != null
                && !pass.remedy().isEmpty()) {
            throw CommandFailure.cannot(pass.remedy());
        }
        var title = Text.of(answer.body(), "title", "The daemon answered " + answer.status());
        var detail = Text.of(answer.body(), "detail", "");
        var remedy = answer.status() == UNAUTHORIZED ? pass.remedy() : "";
        throw CommandFailure.cannot((detail.isEmpty() ? title + "." : title + ": " + detail + " " + remedy).strip());
    }
}
