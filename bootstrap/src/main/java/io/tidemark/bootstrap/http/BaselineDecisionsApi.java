package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.application.baseline.ShiftAnswers.Word;
import io.tidemark.application.baseline.ShiftRefusedException;
import io.tidemark.application.port.BaselineApprovals.Answer;
import io.tidemark.application.port.BaselineApprovals.Result;
import io.tidemark.bootstrap.http.BaselineJson.Created;
import io.tidemark.bootstrap.http.BaselineJson.Pending;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.baseline.Approval;
import io.tidemark.domain.baseline.Approval.Approved;
import io.tidemark.domain.baseline.Approval.Rejected;
import io.tidemark.domain.baseline.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what people decide: whether a baseline that differs very much is normal, and whether a new level is. */
final class BaselineDecisionsApi {
    private final BaselineDesk desk;
    private final Json json;

    BaselineDecisionsApi(BaselineDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/baselines/pending")
                        .says("Lists the baselines that differ so much that somebody must decide.")
                        .answers(PendingJson.class),
                this::pending);
        calls.add(
                proposal(Call.post("/api/v1/baselines/pending/{id}/approve"))
                        .says("Says that what was proposed is normal."),
                this::approve);
        calls.add(
                proposal(Call.post("/api/v1/baselines/pending/{id}/reject"))
                        .says("Says that what was proposed is not normal."),
                this::reject);
        calls.add(
                shift(Call.post("/api/v1/baselines/shifts/{alert}/accept"))
                        .says("Says that the new level of an operation is normal.")
                        .answers(Created.class)
                        .refuses(HttpStatus.UNPROCESSABLE_CONTENT, "There are too few timings of the new level."),
                this::accept);
        calls.add(
                shift(Call.post("/api/v1/baselines/shifts/{alert}/keep"))
                        .says("Says that the new level is not normal: it is left out of baselines.")
                        .answers(BaselineMarksApi.ExclusionJson.class),
                this::keep);
    }

    private static Call proposal(Call call) {
        return call.at(Parameter.id("id", "The number of the proposal."))
                .takes(Said.class)
                .answers(DecidedJson.class)
                .refuses(HttpStatus.NOT_FOUND, "There is no such proposal.")
                .refuses(HttpStatus.CONFLICT, "It was decided before, or another baseline took its place.");
    }

    private static Call shift(Call call) {
        return call.at(Parameter.id("alert", "The number of the alert that lasts."))
                .takes(SaidOfShift.class)
                .refuses(HttpStatus.NOT_FOUND, "There is no such alert.")
                .refuses(HttpStatus.CONFLICT, "It was answered before.");
    }

    private void pending(Context ctx) {
        ctx.json(new PendingJson(
                desk.approvals().pending().stream().map(Pending::of).toList()));
    }

    private void approve(Context ctx) {
        Said said = json.read(ctx, Said.class);
        long id = number(ctx, "id");
        answer(ctx, "approved", () -> desk.approvals().approve(id, said.who(), said.note()));
    }

    private void reject(Context ctx) {
        Said said = json.read(ctx, Said.class);
        long id = number(ctx, "id");
        answer(ctx, "rejected", () -> desk.approvals().reject(id, said.who(), said.note()));
    }

    private void accept(Context ctx) {
        Word word = json.read(ctx, SaidOfShift.class).word(number(ctx, "alert"));
        ctx.json(Created.of(
                BaselinesApi.enough(() -> answered(() -> desk.shifts().accept(word))), "ACCEPTED"));
    }

    private void keep(Context ctx) {
        Word word = json.read(ctx, SaidOfShift.class).word(number(ctx, "alert"));
        ctx.json(BaselineMarksApi.ExclusionJson.of(answered(() -> desk.shifts().keep(word))));
    }

    private static void answer(Context ctx, String word, Supplier<Optional<Answer>> decision) {
        Answer answer = ProblemException.checked(decision)
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no such proposal: GET /api/v1/baselines/pending lists those there are"));
        Proposal proposal = answer.proposal();
        if (answer.result() == Result.OUTDATED) {
            throw conflict("proposal %d is outdated: another baseline of %s took the place of baseline %d"
                    .formatted(
                            proposal.id(),
                            proposal.baseline().scope(),
                            proposal.inPlaceOf().id()));
        }
        if (answer.result() == Result.DECIDED_BEFORE) {
            throw conflict("proposal %d was %s".formatted(proposal.id(), text(proposal.approval())));
        }
        ctx.json(new DecidedJson(word, Pending.of(proposal)));
    }

    private static String text(Approval approval) {
        if (approval instanceof Approved approved) {
            return "approved by %s at %s"
                    .formatted(approved.remark().by(), approved.remark().at());
        }
        if (approval instanceof Rejected rejected) {
            return "rejected by %s at %s"
                    .formatted(rejected.remark().by(), rejected.remark().at());
        }
        return "superseded by a newer calculation";
    }

    private static <T> T answered(Supplier<T> answer) {
        try {
            return ProblemException.checked(answer);
        } catch (ShiftRefusedException e) {
            String message = String.valueOf(e.getMessage());
            throw switch (e.refusal()) {
                case UNKNOWN_ALERT -> ProblemException.notFound(message);
                case NOT_ABOUT_SLOW_TIMINGS -> ProblemException.badRequest(message);
                case ANSWERED_BEFORE -> conflict(message);
            };
        }
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, detail);
    }

    private static long number(Context ctx, String name) {
        String text = ctx.pathParam(name);
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.badRequest("%s '%s' must be a number".formatted(name, text));
        }
        return Long.parseLong(text);
    }

    record PendingJson(List<Pending> pending) {}

    record DecidedJson(String decision, Pending proposal) {}

    /** Who decides, and what they say. */
    record Said(@Nullable String by, @Nullable String note) {
        String who() {
            return by == null ? BaselinesApi.BY : by;
        }
    }

    /** The same, of an alert that lasts; without {@code since}, it is when the shift was found to begin. */
    record SaidOfShift(
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String note) {
        Word word(long alertId) {
            return new Word(alertId, since, by == null ? BaselinesApi.BY : by, note);
        }
    }
}
