package io.tidemark.adapters.notify.http;

import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says how far a call came, in words that hold neither path nor query. */
final class Failures {
    private Failures() {}

    static HttpFailure of(HttpUrl url, IOException e, boolean sent) {
        HttpFailure refused = refusalIn(e);
        if (refused != null) {
            return refused;
        }
        return sent ? afterSending(url, e) : beforeSending(url, e);
    }

    static HttpFailure redirectRefused(HttpUrl url, int status, String why) {
        return new HttpFailure(
                Kind.REDIRECT_REFUSED,
                server(url) + " answered " + status + ", a redirect that is not followed: " + why
                        + "; configure the final address",
                null);
    }

    /** A scheme and a host are no secret; a path may be. */
    static String server(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    private static HttpFailure beforeSending(HttpUrl url, IOException e) {
        Kind kind = e instanceof SSLException ? Kind.TLS : Kind.CONNECT;
        String what = kind == Kind.TLS ? "no trusted TLS connection to " : "no connection to ";
        return new HttpFailure(kind, what + server(url) + ": " + e.getMessage(), e);
    }

    /** Without the cause: its message may quote what the receiver sent, and receivers quote secrets. */
    private static HttpFailure afterSending(HttpUrl url, IOException e) {
        boolean timeout = e instanceof InterruptedIOException;
        return new HttpFailure(
                timeout ? Kind.TIMEOUT_BEFORE_ANSWER : Kind.LOST_BEFORE_ANSWER,
                server(url) + (timeout ? " did not answer in time" : " ended the connection before its answer")
                        + ", so the call may have been taken (" + e.getClass().getSimpleName() + ")",
                null);
    }

    private static @Nullable HttpFailure refusalIn(Throwable e) {
        if (e instanceof HttpFailure refused) {
            return refused;
        }
        return Stream.concat(Stream.ofNullable(e.getCause()), Stream.of(e.getSuppressed()))
                .map(Failures::refusalIn)
                .filter(refused -> refused != null)
                .findFirst()
                .orElse(null);
    }
}
