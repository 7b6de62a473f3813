package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Content;
import io.tidemark.bootstrap.otlp.Encoding;
import io.tidemark.bootstrap.otlp.MalformedExportException;
import io.tidemark.bootstrap.otlp.SpanIntake;
import io.tidemark.bootstrap.otlp.SpanIntake.Answer;
import java.util.List;
import java.util.stream.Stream;

/** Takes spans by the rules of OTLP over HTTP (https://opentelemetry.io/docs/specs/otlp/#otlphttp). */
final class TracesApi {
    static final String PATH = "/v1/traces";

    /** What OTLP has its own form for. */
    private static final List<HttpStatus> REFUSALS = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.REQUEST_TIMEOUT,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.SERVICE_UNAVAILABLE);

    private final Ingest ingest;
    private final Tidemark tidemark;

    TracesApi(Ingest ingest, Tidemark tidemark) {
        this.ingest = ingest;
        this.tidemark = tidemark;
    }

    void register(Calls calls) {
        Content[] forms = Stream.of(Encoding.values())
                .map(Encoding::mediaType)
                .map(Content::opaque)
                .toArray(Content[]::new);
        Call call = Call.post(PATH)
                .says("Takes spans by the rules of OTLP over HTTP: an ExportTraceServiceRequest.")
                .takes(forms)
                .answers(HttpStatus.OK, "An ExportTraceServiceResponse: some spans may have been rejected.", forms);
        for (HttpStatus status : REFUSALS) {
            call = call.answers(status, "A google.rpc.Status.", forms);
        }
        calls.add(call, this::take);
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
