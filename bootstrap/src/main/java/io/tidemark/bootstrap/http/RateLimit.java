package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.tidemark.bootstrap.settings.RateSettings;
import io.tidemark.domain.access.TokenHash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Bounds how much each caller asks for, and how many tokens an address tries. A wrong token that comes again is no other
 * try: some program was not told that it was revoked, and must not lock out its neighbours.
 */
final class RateLimit {
    /** Recordings are bounded by their own rules, and who probes must not be told to wait. */
    private static final Set<String> UNCOUNTED =
            Set.of(TimingsApi.PATH, TracesApi.PATH, "/health/live", "/health/ready", "/metrics");

    private final Throttle requests;
    private final Throttle wrongTokens;
    private final Set<TokenHash> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenHash, Boolean> eldest) {
            return size() > Throttle.MOST_CALLERS;
        }
    }));

    RateLimit(RateSettings settings, LongSupplier nanos) {
        requests = new Throttle(settings.requestsPerMinute(), nanos);
        wrongTokens = new Throttle(settings.failedLoginsPerMinute(), nanos);
    }

    /** Refuses who has asked for enough. */
    void check(Context ctx) {
        Optional<TokenHash> token = token(ctx);
        if (logsIn(ctx) || token.filter(hash -> !seen.contains(hash)).isPresent()) {
            wrongTokens.ask(tries(ctx)).ifPresent(wait -> {
                throw ProblemException.tooMany("too many wrong tokens came from %s".formatted(address(ctx)), wait);
            });
        }
        if (!UNCOUNTED.contains(ctx.path())) {
            requests.take(token.map(TokenHash::hex).orElseGet(() -> address(ctx)))
                    .ifPresent(wait -> {
                        throw ProblemException.tooMany(
                                "more requests than http.requests-per-minute allows came from this caller", wait);
                    });
        }
    }

    /** Notes what became of a token. */
    void note(Context ctx) {
        boolean wrong = ctx.status() == HttpStatus.UNAUTHORIZED;
        boolean isNew = token(ctx).map(seen::add).orElse(false);
        if (wrong && (isNew || logsIn(ctx))) {
            wrongTokens.take(tries(ctx));
        }
    }

    private static Optional<TokenHash> token(Context ctx) {
        return Optional.ofNullable(ctx.header(Header.AUTHORIZATION)).map(TokenHash::of);
    }

    private static boolean logsIn(Context ctx) {
        return ctx.method().equals(HandlerType.POST) && ctx.path().equals(LoginPages.PATH);
    }

    /** The login and the API apart: a program that is set up wrongly locks nobody out of the console. */
    private static String tries(Context ctx) {
        return (logsIn(ctx) ? "login " : "token ") + address(ctx);
    }

    private static String address(Context ctx) {
        return requireNonNullElse(ctx.ip(), "");
    }
}
