package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.StorageException;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.bootstrap.http.openapi.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what cannot be answered otherwise: a page for people, a problem document for programs, no stack traces. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Console console;

    Problems(Console console) {
        this.console = console;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.exception(ProblemException.class, this::problem);
        routes.exception(MethodNotAllowedResponse.class, this::wrongMethod);
        routes.exception(HttpResponseException.class, this::refused);
        routes.exception(StorageException.class, this::storageAway);
        routes.exception(Exception.class, this::unforeseen);
    }

    private void problem(ProblemException e, Context ctx) {
        LOG.debug("{} {} was not answered", ctx.method(), ctx.path(), e);
        e.retryAfter().ifPresent(after -> ctx.header(Header.RETRY_AFTER, Long.toString(after.toSeconds())));
        answer(ctx, e.status(), message(e), e.mistakes());
    }

    private void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
        String allowed = e.getDetails().getOrDefault("availableMethods", "GET");
        if (ctx.method().equals(HandlerType.OPTIONS)) {
            ctx.header(Header.ALLOW, allowed + ", OPTIONS").status(HttpStatus.NO_CONTENT);
            return;
        }
        ctx.header(Header.ALLOW, allowed);
        answer(
                ctx,
                HttpStatus.METHOD_NOT_ALLOWED,
                "%s does not take %s: use %s".formatted(ctx.path(), ctx.method(), allowed));
    }

    private void refused(HttpResponseException e, Context ctx) {
        HttpStatus status = HttpStatus.forStatus(e.getStatus());
        String detail = switch (status) {
            case NOT_FOUND -> "there is nothing at " + ctx.path();
            default -> message(e);
        };
        answer(ctx, status, detail);
    }

    private void storageAway(StorageException e, Context ctx) {
        LOG.warn("{} {} could not be answered: the storage is away", ctx.method(), ctx.path(), e);
        answer(
                ctx,
                HttpStatus.SERVICE_UNAVAILABLE,
                "the storage cannot be read now; recording goes on. See /health/ready, and try again in a moment");
    }

    private void unforeseen(Exception e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "something failed here; the log says what");
    }

    private void answer(Context ctx, HttpStatus status, String detail) {
        answer(ctx, status, detail, List.of());
    }

    private void answer(Context ctx, HttpStatus status, String detail, List<String> mistakes) {
        ctx.status(status);
        if (wantsPage(ctx)) {
            ctx.html(console.problem(status.getMessage(), detail));
        } else {
            ctx.json(Problem.of(status, detail, ctx.path(), mistakes)).contentType(Problem.MEDIA_TYPE);
        }
    }

    static boolean wantsPage(Context ctx) {
        return !ctx.path().startsWith("/api/")
                && requireNonNullElse(ctx.header(Header.ACCEPT), "").contains("text/html");
    }

    private static String message(Exception e) {
        return requireNonNullElse(e.getMessage(), "the request cannot be answered");
    }
}
