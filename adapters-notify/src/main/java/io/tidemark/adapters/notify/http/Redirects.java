package io.tidemark.adapters.notify.http;

import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpFailure;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Which redirects are followed: to the same server, with the same method and body, a few times. */
final class Redirects {
    static final int MOST = 3;

    private static final Set<Integer> ALL = Set.of(301, 302, 303, 307, 308);
    /** With 301, 302 and 303 clients turn a POST into a GET, which would lose the message and report success. */
    private static final Set<Integer> KEEPING_THE_METHOD = Set.of(307, 308);

    private Redirects() {}

    /** The address to call next, or empty if the answer is final. */
    static Optional<HttpUrl> next(Request request, HttpAnswer answer, int followed) throws HttpFailure {
        Optional<String> location = answer.header("Location");
        if (!ALL.contains(answer.status()) || location.isEmpty()) {
            return Optional.empty();
        }
        HttpUrl from = request.url();
        HttpUrl to = from.resolve(location.get());
        if (to == null || !Failures.server(to).equals(Failures.server(from))) {
            String target = to == null ? "an address that is none" : Failures.server(to);
            throw Failures.redirectRefused(from, answer.status(), "it leads to " + target);
        }
        if (!isRead(request.method()) && !KEEPING_THE_METHOD.contains(answer.status())) {
            throw Failures.redirectRefused(from, answer.status(), "only 307 and 308 keep a " + request.method());
        }
        if (followed == MOST) {
            throw Failures.redirectRefused(from, answer.status(), "it is the " + (MOST + 1) + "th in a row");
        }
        return Optional.of(to);
    }

    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
