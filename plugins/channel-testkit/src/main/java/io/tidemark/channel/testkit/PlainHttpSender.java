package io.tidemark.channel.testkit;

import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpSender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A sender for tests, made of the JDK alone: follows no redirect, reads 64 KiB of an answer, and takes what it has of a
 * body that does not end.
 */
public final class PlainHttpSender implements HttpSender {
    private static final int ANSWER_LIMIT = 65_536;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    /** A sender that waits this long for an answer, and again for its body; it trusts whom the JDK trusts. */
    public PlainHttpSender(Duration patience) {
        this(patience, defaultTrust());
    }

    /** A sender that waits this long for an answer, and again for its body. */
    public PlainHttpSender(Duration patience, SSLContext trust) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .sslContext(trust)
                .build();
    }

    @Override
    public HttpAnswer send(HttpCall call) throws HttpFailure, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> exchange =
                client.sendAsync(request(call), HttpResponse.BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new HttpAnswer(response.statusCode(), headers, text(response));
        } catch (ExecutionException failure) {
            throw failure(kind(failure.getCause()), call, failure.getCause());
        } catch (TimeoutException failure) {
            throw failure(HttpFailure.Kind.TIMEOUT_BEFORE_ANSWER, call, failure);
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpFailure failure(HttpFailure.Kind kind, HttpCall call, @Nullable Throwable cause) {
        String where = call.uri().getHost() + ":" + call.uri().getPort();
        return new HttpFailure(kind, "No answer from " + where, cause);
    }

    private String text(HttpResponse<InputStream> response) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream body = response.body()) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(body));
            InputStream decoded = isCompressed(response) ? new GZIPInputStream(body) : body;
            for (int octet = decoded.read(); octet >= 0 && text.size() < ANSWER_LIMIT; octet = decoded.read()) {
                text.write(octet);
            }
        } catch (IOException brokenOff) {
            // The status is known, and says more than an error about the rest would.
            return text.toString(StandardCharsets.UTF_8);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isCompressed(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    }

    private HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        request.setHeader("Accept-Encoding", "gzip");
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static HttpFailure.Kind kind(@Nullable Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return HttpFailure.Kind.CONNECT;
        }
        return failure instanceof SSLException ? HttpFailure.Kind.TLS : HttpFailure.Kind.LOST_BEFORE_ANSWER;
    }

    private static SSLContext defaultTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("This JDK has no TLS", failure);
        }
    }
}
