package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.application.port.ExclusionBook;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what people pin, and what they take out. */
final class BaselineMarksApi {
    private static final String REFERENCES = "/api/v1/baselines/references";
    private static final String EXCLUSIONS = "/api/v1/baselines/exclusions";

    private final BaselineDesk desk;
    private final Json json;
    private final Clock clock;

    BaselineMarksApi(BaselineDesk desk, Json json, Clock clock) {
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    void register(Calls calls) {
        registerReferences(calls);
        registerExclusions(calls);
    }

    private void registerReferences(Calls calls) {
        calls.add(
                Call.get(REFERENCES)
                        .says("Lists the baselines that are pinned, to be compared with.")
                        .answers(ReferencesJson.class),
                this::references);
        calls.add(
                Call.post(REFERENCES)
                        .says("Pins the baselines of now under a name, those of one operation or all.")
                        .takes(WantedPin.class, "name")
                        .answers(HttpStatus.CREATED, ReferencesJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no baseline to pin."),
                this::pin);
        calls.add(
                Call.delete(REFERENCES + "/{name}")
                        .says("Takes the pin off the baselines of a name.")
                        .at(Parameter.needed("name", "The name under which they are pinned, encoded."))
                        .answers(UnpinnedJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "Nothing is pinned under that name."),
                this::unpin);
    }

    private void registerExclusions(Calls calls) {
        calls.add(
                Call.get(EXCLUSIONS)
                        .says("Lists the times that are left out of baselines.")
                        .answers(ExclusionsJson.class),
                this::exclusions);
        calls.add(
                Call.post(EXCLUSIONS)
                        .says("Leaves a time out of baselines.")
                        .takes(WantedExclusion.class, "from", "reason")
                        .answers(HttpStatus.CREATED, ExclusionJson.class),
                this::exclude);
        calls.add(
                Call.delete(EXCLUSIONS + "/{id}")
                        .says("Lets a time count in baselines again.")
                        .at(Parameter.id("id", "The number of the exclusion."))
                        .query(Query.BY)
                        .answers(ExclusionJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such exclusion."),
                this::lift);
    }

    private void references(Context ctx) {
        ctx.json(ReferencesJson.of(desk.views().pinning().all()));
    }

    private void pin(Context ctx) {
        WantedPin wanted = json.read(ctx, WantedPin.class);
        List<Reference> pinned = ProblemException.checked(() -> desk.views()
                .pinning()
                .pin(wanted.nameOrRefuse(), wanted.operation(), wanted.by() == null ? BaselinesApi.BY : wanted.by()));
        if (pinned.isEmpty()) {
            throw ProblemException.notFound("there is no baseline to pin: calculate it first");
        }
        ctx.status(HttpStatus.CREATED).json(ReferencesJson.of(pinned));
    }

    private void unpin(Context ctx) {
        String name = ctx.pathParam("name");
        int unpinned = desk.views().pinning().unpin(name);
        if (unpinned == 0) {
            throw ProblemException.notFound(
                    "nothing is pinned as '%s': GET /api/v1/baselines/references lists what is".formatted(name));
        }
        ctx.json(new UnpinnedJson(name, unpinned));
    }

    private void exclusions(Context ctx) {
        ctx.json(new ExclusionsJson(
                book().standing().stream().map(ExclusionJson::of).toList()));
    }

    private void exclude(Context ctx) {
        WantedExclusion wanted = json.read(ctx, WantedExclusion.class);
        Exclusion exclusion = ProblemException.checked(() -> wanted.exclusion(clock.instant()));
        ctx.status(HttpStatus.CREATED).json(ExclusionJson.of(book().add(exclusion)));
    }

    private void lift(Context ctx) {
        String id = ctx.pathParam("id");
        String by = Query.of(ctx).by();
        Remark remark = ProblemException.checked(() -> new Remark(by, clock.instant(), null));
        Numbered lifted = (id.matches("[0-9]{1,18}")
                        ? book().lift(Long.parseLong(id), remark)
                        : Optional.<Numbered>empty())
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no exclusion %s: GET /api/v1/baselines/exclusions lists those there are"
                                .formatted(id)));
        ctx.json(ExclusionJson.of(lifted));
    }

    private ExclusionBook book() {
        return desk.views().storage().exclusions();
    }

    record WantedPin(
            @Nullable String name,
            @Nullable String operation,
            @Nullable String by) {
        String nameOrRefuse() {
            if (name == null) {
                throw ProblemException.badRequest("name is missing: say what the reference is called, such as 2026-Q4");
            }
            return name;
        }
    }

    record UnpinnedJson(String name, int baselines) {}

    record ReferencesJson(List<ReferenceJson> references) {
        static ReferencesJson of(List<Reference> references) {
            return new ReferencesJson(references.stream().map(ReferenceJson::of).toList());
        }
    }

    record ReferenceJson(
            String name,
            String operation,
            @Nullable String branch,
            long baselineId,
            long p99Micros,
            String by,
            Instant at) {

        static ReferenceJson of(Reference reference) {
            return new ReferenceJson(
                    reference.name(),
                    reference.scope().operation(),
                    reference.scope().branch(),
                    reference.baseline().id(),
                    Math.round(reference.baseline().baseline().p99Micros()),
                    reference.remark().by(),
                    reference.remark().at());
        }
    }

    /** What is to be taken out: everything without an operation, until it is lifted without an end. */
    record WantedExclusion(
            @Nullable String operation,
            @Nullable String branch,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason,
            @Nullable String by) {

        Exclusion exclusion(Instant now) {
            if (from == null) {
                throw ProblemException.badRequest("from is missing: say since when, such as 2026-11-20T14:00:00Z");
            }
            if (operation == null && branch != null) {
                throw ProblemException.badRequest("operation is missing: a branch is that of an operation");
            }
            Scope scope = operation == null ? null : new Scope(operation, branch);
            return new Exclusion(scope, from, to, new Remark(by == null ? BaselinesApi.BY : by, now, reason), null);
        }
    }

    record ExclusionsJson(List<ExclusionJson> exclusions) {}

    record ExclusionJson(
            long id,
            @Nullable String operation,
            @Nullable String branch,
            Instant from,
            @Nullable Instant to,
            String reason,
            String by,
            Instant at,
            @Nullable Long alertId) {

        static ExclusionJson of(Numbered numbered) {
            Exclusion exclusion = numbered.exclusion();
            Scope scope = exclusion.scope();
            return new ExclusionJson(
                    numbered.id(),
                    scope == null ? null : scope.operation(),
                    scope == null ? null : scope.branch(),
                    exclusion.from(),
                    exclusion.to(),
                    exclusion.reason(),
                    exclusion.remark().by(),
                    exclusion.remark().at(),
                    exclusion.alertId());
        }
    }
}
