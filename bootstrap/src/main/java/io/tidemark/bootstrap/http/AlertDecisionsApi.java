package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.Answer;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what people say about alerts: that they look after one, and that one is over. */
final class AlertDecisionsApi {
    private final AlertDesk desk;
    private final Json json;

    AlertDecisionsApi(AlertDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.post("/api/v1/alerts/{id}/acknowledge")
                        .says("Takes an alert on: it is escalated no further.")
                        .at(AlertsApi.ID)
                        .takes(Acknowledgement.class)
                        .answers(AlertJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such alert.")
                        .refuses(HttpStatus.CONFLICT, "It was acknowledged or resolved before."),
                this::acknowledge);
        calls.add(
                Call.post("/api/v1/alerts/{id}/resolve")
                        .says("Says that an alert is over.")
                        .at(AlertsApi.ID)
                        .takes(Resolution.class)
                        .answers(AlertJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such alert.")
                        .refuses(HttpStatus.CONFLICT, "It was resolved before."),
                this::resolve);
    }

    private void acknowledge(Context ctx) {
        Acknowledgement said = json.read(ctx, Acknowledgement.class);
        long id = number(ctx);
        answer(ctx, id, () -> desk.acknowledge(id, Caller.name(ctx, said.by()), said.note(), said.until()));
    }

    private void resolve(Context ctx) {
        Resolution said = json.read(ctx, Resolution.class);
        long id = number(ctx);
        answer(ctx, id, () -> desk.resolve(id, Caller.name(ctx, said.by())));
    }

    private static void answer(Context ctx, long id, Supplier<Answer> word) {
        Answer answer = ProblemException.checked(word);
        Alert alert = answer.alert();
        if (alert == null) {
            throw unknown(Long.toString(id));
        }
        switch (answer.outcome()) {
            case DONE -> ctx.json(AlertJson.of(alert, List.of()));
            case ACKNOWLEDGED_BEFORE, RESOLVED_BEFORE ->
                throw new ProblemException(
                        HttpStatus.CONFLICT, "alert %d was %s".formatted(id, happened(alert.state())));
            case UNKNOWN -> throw unknown(Long.toString(id));
        }
    }

    private static String happened(AlertState state) {
        if (state instanceof Acknowledged taken) {
            return "acknowledged by %s at %s".formatted(taken.by(), taken.at());
        }
        if (state instanceof Resolved end) {
            String by = end.by() == null ? "found to be over" : "resolved by " + end.by();
            return "%s at %s".formatted(by, end.at());
        }
        return "changed by somebody else at the same moment; ask again";
    }

    private static long number(Context ctx) {
        String text = ctx.pathParam("id");
        if (!text.matches("[0-9]{1,18}")) {
            throw unknown(text);
        }
        return Long.parseLong(text);
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "there is no alert %s: GET /api/v1/alerts?state=all lists those there are".formatted(id));
    }

    /** Who takes it on, what they say, and until when, if not for good. */
    record Acknowledgement(
            @Nullable String by,
            @Nullable String note,
            @Nullable Instant until) {}

    /** Who says that it is over. */
    record Resolution(@Nullable String by) {}
}
