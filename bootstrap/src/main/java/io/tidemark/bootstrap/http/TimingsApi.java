package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.record.Intake;
import io.tidemark.application.record.IntakeReport;
import io.tidemark.application.record.Refusal;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Content;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.bootstrap.http.openapi.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes timings from anywhere, and answers when they are stored. */
final class TimingsApi {
    static final String PATH = "/api/v1/timings";

    private static final int MAX_LISTED = 100;
    private static final int MAX_KEY_LENGTH = 200;
    private static final Parameter<Boolean> PARTIAL =
            Parameter.flag("partial", "Store those that are good, though others are not.");
    private static final Parameter<@Nullable String> KEY =
            Parameter.text("Idempotency-Key", "A batch that is sent again under its key is stored once.");

    private final Ingest ingest;
    private final Supplier<Intake> intake;

    TimingsApi(Ingest ingest, Supplier<Intake> intake) {
        this.ingest = ingest;
        this.intake = intake;
    }

    void register(Calls calls) {
        calls.add(
                Call.post(PATH)
                        .says("Stores timings, all or none of them, and answers when they are stored.")
                        .query(PARTIAL)
                        .header(KEY)
                        .takes(Content.json(TimingBody[].class, BatchBody.class))
                        .answers(HttpStatus.OK, "They are stored.", Content.json(Stored.class, StoredPart.class))
                        .answers(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "Some break a rule, and nothing was stored.",
                                new Content(Problem.MEDIA_TYPE, List.of(RefusedBatch.class, Problem.class))),
                this::take);
    }

    private void take(Context ctx) {
        boolean partial = Query.of(ctx).get(PARTIAL);
        String key = key(ctx);
        ingest.take(ctx, body -> {
            List<Map<String, Object>> rows = TimingsReader.read(body);
            IntakeReport report = partial ? takeGood(key, rows) : takeAll(key, rows);
            answer(ctx, partial, report, rows);
            return report;
        });
    }

    private IntakeReport takeGood(@Nullable String key, List<Map<String, Object>> rows) {
        Intake taking = intake.get();
        return key == null ? taking.takeGood(rows) : taking.takeGood(key, rows);
    }

    private IntakeReport takeAll(@Nullable String key, List<Map<String, Object>> rows) {
        Intake taking = intake.get();
        try {
            return key == null ? taking.takeAll(rows) : taking.takeAll(key, rows);
        } catch (StorageException e) {
            if (e.isPassing()) {
                throw e;
            }
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "the storage refuses the batch, and nothing was stored: send it with ?partial=true to learn which timings are the reason",
                    e);
        }
    }

    private void answer(Context ctx, boolean partial, IntakeReport report, List<Map<String, Object>> rows) {
        List<RefusedJson> listed = report.refusals().stream()
                .limit(MAX_LISTED)
                .map(refusal -> RefusedJson.of(refusal, rows))
                .toList();
        int refused = (int)
                report.refusals().stream().mapToInt(Refusal::row).distinct().count();
        ingest.figures().stored(report.stored());
        ingest.figures().refused(refused);
        if (refused > 0 && !partial) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .json(RefusedBatch.of(ctx.path(), refused, rows.size(), listed))
                    .contentType(Problem.MEDIA_TYPE);
        } else {
            ctx.json(partial ? new StoredPart(report.stored(), refused, listed) : new Stored(report.stored()));
        }
    }

    private static @Nullable String key(Context ctx) {
        String key = ctx.header(KEY.name());
        if (key != null && (key.isBlank() || key.length() > MAX_KEY_LENGTH)) {
            throw ProblemException.badRequest(
                    "%s must not be blank or longer than %d characters".formatted(KEY, MAX_KEY_LENGTH));
        }
        return key;
    }

    /** A batch may stand in an object. */
    record BatchBody(List<TimingBody> timings) {}

    record Stored(int stored) {}

    record StoredPart(int stored, int refusedTimings, List<RefusedJson> refused) {}

    /** A problem that says what is wrong with each timing. */
    record RefusedBatch(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            int refusedTimings,
            List<RefusedJson> refused) {
        static RefusedBatch of(String instance, int refusedTimings, int timings, List<RefusedJson> refused) {
            HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
            return new RefusedBatch(
                    Problem.ANY_TYPE,
                    status.getMessage(),
                    status.getCode(),
                    "%d of %d timings break a rule, and nothing was stored: correct them, or send the batch with ?partial=true to store the others"
                            .formatted(refusedTimings, timings),
                    instance,
                    refusedTimings,
                    refused);
        }
    }

    record RefusedJson(int index, String field, String value, String rule) {
        static RefusedJson of(Refusal refusal, List<Map<String, Object>> rows) {
            Object sent = rows.get(refusal.row()).get(refusal.field());
            String rule = sent instanceof Unreadable unreadable ? unreadable.rule() : refusal.rule();
            return new RefusedJson(refusal.row(), refusal.field(), refusal.value(), rule);
        }
    }
}
