package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.tidemark.application.access.Gatekeeper;
import io.tidemark.bootstrap.http.AccessTable.Need;
import io.tidemark.bootstrap.http.Administration.Access;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.access.TokenHash;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in who may do what they ask for. Callers show a token, or the cookie of a session that was opened with one. While
 * there never was a token, those on this machine may do what the settings say, and others nothing. The local token counts
 * on this machine only, so that it is of no use to whom it is carried away.
 */
final class Gate {
    static final String COOKIE = "tidemark_session";

    private static final String BEARER = "bearer ";
    /** Somebody on this machine who hands on what others ask must not make admins of them. */
    private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final Gatekeeper gatekeeper;
    private final OnThisMachine local;
    private final Sessions sessions;

    Gate(Access access, Sessions sessions) {
        this.gatekeeper = access.gatekeeper();
        this.local = access.local();
        this.sessions = sessions;
    }

    /** Refuses, or notes who calls. */
    void check(Context ctx) {
        Endpoint route = ctx.endpoints().matchedHttpEndpoint();
        if (route == null) {
            // A HEAD of a page.
            throw new MethodNotAllowedResponse("GET", Map.of("availableMethods", "GET"));
        }
        Need need = AccessTable.of(route.method, route.path)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "nobody may call %s, as it was not said who may"
                                .formatted(AccessTable.line(route.method, route.path))));
        need.role().ifPresent(role -> admit(ctx, role));
    }

    /** Who calls, if that can be told. */
    Optional<Caller> caller(Context ctx) {
        String header = ctx.header(Header.AUTHORIZATION);
        if (header != null) {
            return bearer(header).flatMap(text -> holder(ctx, TokenHash.of(text)));
        }
        String session = ctx.cookie(COOKIE);
        if (session != null) {
            Optional<Caller> known = sessions.find(session).flatMap(token -> holder(ctx, token));
            if (known.isPresent()) {
                return known;
            }
        }
        return isUnguarded() && isOnThisMachine(ctx) ? Caller.guest(local.withoutToken()) : Optional.empty();
    }

    /** Whom a token stands for, if it counts now and here. */
    Optional<Caller> holder(Context ctx, TokenHash token) {
        if (token.equals(local.owner())) {
            return isOnThisMachine(ctx) ? Optional.of(new Caller(local.ownerName(), Role.ADMIN)) : Optional.empty();
        }
        return gatekeeper.find(token).map(Caller::of);
    }

    /** Whether there never was a token, but the local one. */
    boolean isUnguarded() {
        return gatekeeper.isUnguarded();
    }

    private void admit(Context ctx, Role needed) {
        Optional<Caller> caller = caller(ctx);
        boolean mayNot = caller.isEmpty() || !caller.get().may(needed);
        if (mayNot && caller.map(Caller::isGuest).orElse(true)) {
            refuse(ctx, caller.isPresent());
            return;
        }
        if (mayNot) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "the token '%s' has the role %s: %s %s needs the role %s"
                            .formatted(
                                    caller.get().name(),
                                    caller.get().role().word(),
                                    ctx.method(),
                                    ctx.path(),
                                    needed.word()));
        }
        caller.get().calls(ctx);
    }

    /** People are sent to where they log in. */
    private void refuse(Context ctx, boolean guest) {
        boolean page = Problems.wantsPage(ctx) && ctx.header(Header.AUTHORIZATION) == null;
        if (page && (!isUnguarded() || isOnThisMachine(ctx))) {
            String back = ctx.method().equals(HandlerType.GET) ? ctx.path() : "/";
            ctx.redirect("/login?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
            ctx.skipRemainingHandlers();
            return;
        }
        ctx.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"tidemark\"");
        throw new ProblemException(HttpStatus.UNAUTHORIZED, why(ctx, guest));
    }

    private String why(Context ctx, boolean guest) {
        if (ctx.header(Header.AUTHORIZATION) != null) {
            return "the token is unknown, expired or revoked: 'tidemark tokens list' shows those there are, and"
                    + " 'tidemark tokens create' makes another";
        }
        if (guest) {
            return "without a token, callers on this machine may look and record, but not change anything: run the command"
                    + " in the folder that the daemon was started in, or name its data folder with --data; or show a token"
                    + " with --token, or in a browser at /login. 'tidemark tokens create NAME --role admin' makes one";
        }
        if (isUnguarded()) {
            return "there are no tokens yet, and this needs one: make the first one on the machine of the daemon, in the"
                    + " folder that it was started in, with 'tidemark tokens create NAME --role admin'";
        }
        return "this needs a token: send it as 'Authorization: Bearer TOKEN', give it to the command line with --token"
                + " or TIDEMARK_TOKEN, or log in at /login";
    }

    private static Optional<String> bearer(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static boolean isOnThisMachine(Context ctx) {
        if (HANDED_ON.stream().anyMatch(name -> ctx.header(name) != null)) {
            return false;
        }
        try {
            // An address, and no name: nothing is looked up.
            return InetAddress.getByName(requireNonNullElse(ctx.ip(), "0.0.0.0"))
                    .isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
