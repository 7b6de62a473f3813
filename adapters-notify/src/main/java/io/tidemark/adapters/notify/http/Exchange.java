package io.tidemark.adapters.notify.http;

import io.tidemark.channel.HttpAnswer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call and its answer, read on OkHttp's thread, so that the waiting thread can be interrupted. */
final class Exchange extends CompletableFuture<HttpAnswer> implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final int answerBytes;
    private final Runnable closedByReceiver;

    /** @param closedByReceiver is run before the answer is handed on, when its connection cannot be used again */
    Exchange(int answerBytes, Runnable closedByReceiver) {
        this.answerBytes = answerBytes;
        this.closedByReceiver = closedByReceiver;
    }

    @Override
    public void onFailure(Call call, IOException e) {
        completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try {
            complete(answer(response));
        } catch (RuntimeException e) {
            completeExceptionally(e);
        }
    }

    private HttpAnswer answer(Response response) {
        try (response) {
            return new HttpAnswer(response.code(), headers(response), text(response.body()));
        } finally {
            // OkHttp would keep the connection for another call, though nobody promised to.
            if (response.protocol() == Protocol.HTTP_1_0) {
                closedByReceiver.run();
            }
        }
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < response.headers().size(); i++) {
            headers.putIfAbsent(response.headers().name(i), response.headers().value(i));
        }
        return headers;
    }

    /** What can be read of the body: the status is known already, and says more than an error about the rest. */
    private String text(ResponseBody body) {
        BufferedSource source = body.source();
        try {
            source.request(answerBytes);
        } catch (IOException e) {
            LOG.debug("The body of an answer ended early ({})", e.getClass().getSimpleName());
        }
        long read = Math.min(answerBytes, source.getBuffer().size());
        return source.getBuffer().snapshot((int) read).string(charset(body));
    }

    private static Charset charset(ResponseBody body) {
        MediaType type = body.contentType();
        Charset named = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return named == null ? StandardCharsets.UTF_8 : named;
    }
}
