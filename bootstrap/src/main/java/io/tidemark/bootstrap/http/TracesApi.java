package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.Tidemark;
import io.tidemark.bootstrap.otlp.Encoding;
import io.tidemark.bootstrap.otlp.MalformedExportException;
import io.tidemark.bootstrap.otlp.SpanIntake;
import io.tidemark.bootstrap.otlp.SpanIntake.Answer;

/** Takes spans by the rules of OTLP over HTTP (https://opentelemetry.io/docs/specs/otlp/#otlphttp). */
final class TracesApi {
    static final String PATH = "/v1/traces";

    private final Ingest ingest;
    private final Tidemark tidemark;

    TracesApi(Ingest ingest, Tidemark tidemark) {
        this.ingest = ingest;
        this.tidemark = tidemark;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::take);
    }

    private void take(Context ctx) {
        boolean isProtobuf = Encoding.PROTOBUF.mediaType().equals(ctx.header(Header.CONTENT_TYPE));
        Encoding encoding = isProtobuf ? Encoding.PROTOBUF : Encoding.JSON;
        try {
            Answer answer = ingest.take(ctx, body -> stored(body.rest(), encoding));
            ctx.contentType(encoding.mediaType()).result(answer.response());
        } catch (ProblemException e) {
            e.retryAfter().ifPresent(after -> ctx.header(Header.RETRY_AFTER, Long.toString(after.toSeconds())));
            ctx.status(e.status()).contentType(encoding.mediaType());
            ctx.result(encoding.error(code(e.status()), requireNonNullElse(e.getMessage(), "")));
        }
    }

    private Answer stored(byte[] body, Encoding encoding) {
        try {
            Answer answer = new SpanIntake(tidemark.intake(), tidemark::recordSpansDurably).take(body, encoding);
            ingest.figures().stored(answer.stored());
            ingest.figures().refused(answer.rejected());
            return answer;
        } catch (MalformedExportException e) {
            throw ProblemException.badRequest(requireNonNullElse(e.getMessage(), "the body is no export"));
        }
    }

    /** A code of {@code google.rpc.Code}. */
    private static int code(HttpStatus status) {
        return switch (status) {
            case TOO_MANY_REQUESTS, CONTENT_TOO_LARGE -> 8;
            case SERVICE_UNAVAILABLE -> 14;
            case REQUEST_TIMEOUT -> 4;
            case INTERNAL_SERVER_ERROR -> 13;
            default -> 3;
        };
    }
}
