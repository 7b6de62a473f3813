package io.tidemark.adapters.notify.http;

import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpSender;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Calls out with OkHttp, within {@link SenderSettings}. Once a status was received the call has an answer, however much of
 * the body follows; the body is cut at its bound. Nothing is ever sent a second time but along a redirect that asks for
 * it. No message and no exception holds a path, a query, a header or a body.
 */
public final class OkHttpSender implements HttpSender, AutoCloseable {
    private final SenderSettings settings;
    private final OkHttpClient encrypted;
    private final OkHttpClient plain;

    public OkHttpSender(SenderSettings settings) {
        this.settings = settings;
        this.encrypted = Clients.encrypted(settings);
        this.plain = Clients.plain(encrypted, settings);
    }

    @Override
    public HttpAnswer send(HttpCall call) throws HttpFailure, InterruptedException {
        Request request = request(call);
        for (int followed = 0; ; followed++) {
            HttpAnswer answer = exchange(request);
            Optional<HttpUrl> next = Redirects.next(request, answer, followed);
            if (next.isEmpty()) {
                return answer;
            }
            request = request.newBuilder().url(next.get()).build();
        }
    }

    private HttpAnswer exchange(Request untracked) throws HttpFailure, InterruptedException {
        Progress progress = new Progress();
        Request request = untracked.newBuilder().tag(Progress.class, progress).build();
        Call call = (request.isHttps() ? encrypted : plain).newCall(request);
        Exchange exchange = new Exchange(settings.answerBytes(), encrypted.connectionPool()::evictAll);
        call.enqueue(exchange);
        try {
            return exchange.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw failure(request.url(), Objects.requireNonNullElse(e.getCause(), e), progress.sent());
        }
    }

    private static HttpFailure failure(HttpUrl url, Throwable cause, boolean sent) {
        if (cause instanceof IOException io) {
            return Failures.of(url, io, sent);
        }
        return new HttpFailure(
                HttpFailure.Kind.OTHER,
                "the call to " + Failures.server(url) + " failed ("
                        + cause.getClass().getSimpleName() + ")",
                null);
    }

    private static Request request(HttpCall call) throws HttpFailure {
        HttpUrl url = HttpUrl.parse(call.uri().toString());
        if (url == null) {
            throw new HttpFailure(
                    HttpFailure.Kind.ADDRESS_NOT_ALLOWED,
                    "the address is none that can be called; it must start with https:// and name a host",
                    null);
        }
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", Clients.USER_AGENT);
        call.headers().forEach(request::header);
        boolean read = Redirects.isRead(call.method());
        return request.method(call.method(), read ? null : new OneShotBody(call.body()))
                .build();
    }

    @Override
    public void close() {
        encrypted.dispatcher().executorService().shutdownNow();
        encrypted.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "OkHttpSender[" + settings + "]";
    }
}
