package io.tidemark.channel.testkit;

import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpSender;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/** A sender for tests, made of the JDK alone: follows no redirect, reads 64 KiB of an answer. */
public final class PlainHttpSender implements HttpSender {
    private static final int ANSWER_LIMIT = 65_536;

    private final HttpClient client;
    private final Duration patience;

    /** A sender that waits this long for the connection, and again for the answer. */
    public PlainHttpSender(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public HttpAnswer send(HttpCall call) throws HttpFailure, InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request(call), HttpResponse.BodyHandlers.ofInputStream());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
                return new HttpAnswer(response.statusCode(), headers, text);
            }
        } catch (IOException failure) {
            String where = call.uri().getHost() + ":" + call.uri().getPort();
            throw new HttpFailure(kind(failure), "No answer from " + where, failure);
        }
    }

    private HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(patience)
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static HttpFailure.Kind kind(IOException failure) {
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return HttpFailure.Kind.CONNECT;
        }
        if (failure instanceof HttpTimeoutException) {
            return HttpFailure.Kind.TIMEOUT_BEFORE_ANSWER;
        }
        return failure instanceof SSLException ? HttpFailure.Kind.TLS : HttpFailure.Kind.LOST_BEFORE_ANSWER;
    }
}
