package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.domain.access.TokenHash;
import org.jspecify.annotations.Nullable;

/** Where people show a token to the console, and go again. */
final class LoginPages {
    static final String PATH = "/login";
    static final String OUT = "/logout";

    private static final String HOME = "/";

    private final Sessions sessions;
    private final Gate gate;
    private final Console console;

    LoginPages(Sessions sessions, Gate gate, Console console) {
        this.sessions = sessions;
        this.gate = gate;
        this.console = console;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::enter);
        routes.post(OUT, this::leave);
    }

    private void show(Context ctx) {
        String name = gate.caller(ctx).map(Caller::name).orElse("");
        ctx.html(login(requireNonNullElse(name, ""), target(ctx.queryParam("to")), ""));
    }

    private void enter(Context ctx) {
        String text = requireNonNullElse(ctx.formParam("token"), "").strip();
        String target = target(ctx.formParam("to"));
        TokenHash token = TokenHash.of(text);
        if (gate.holder(ctx, token).isEmpty()) {
            ctx.status(HttpStatus.UNAUTHORIZED).html(login("", target, "This token is unknown, expired or revoked."));
            return;
        }
        ctx.cookie(cookie(ctx, sessions.open(token), (int) Sessions.LIFE.toSeconds()));
        ctx.redirect(target, HttpStatus.SEE_OTHER);
    }

    private String login(String name, String target, String wrong) {
        return console.login(name, target, wrong, gate.isUnguarded());
    }

    private void leave(Context ctx) {
        String session = ctx.cookie(Gate.COOKIE);
        if (session != null) {
            sessions.close(session);
        }
        ctx.cookie(cookie(ctx, "", 0));
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    /** Only to a browser that came over TLS, if only to a proxy before this server, is the cookie sent over TLS alone. */
    private static Cookie cookie(Context ctx, String value, int seconds) {
        boolean secure = requireNonNullElse(ctx.header(Header.ORIGIN), "").startsWith("https:")
                || ctx.scheme().equals("https");
        return new Cookie(Gate.COOKIE, value, "/", seconds, secure, true, null, SameSite.STRICT);
    }

    /** A page of this console: a link must not lead elsewhere by way of the login. */
    private static String target(@Nullable String to) {
        return to != null && to.matches("/(?!/)[A-Za-z0-9_./-]*") && !to.startsWith(PATH) ? to : HOME;
    }
}
