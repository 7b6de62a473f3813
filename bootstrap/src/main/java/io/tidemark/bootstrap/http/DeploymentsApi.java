package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.deployment.DeploymentDesk;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.application.port.DeploymentBook.Place;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something new was brought into use. */
final class DeploymentsApi {
    private static final String PATH = "/api/v1/deployments";
    private static final Parameter<@Nullable String> OPERATION =
            Parameter.text("operation", "Only those that may have touched this operation.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 100, 1_000);

    private final DeploymentDesk desk;
    private final Clock clock;
    private final Json json;

    DeploymentsApi(DeploymentDesk desk, Clock clock, Json json) {
        this.desk = desk;
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists deployments, the most recent first.")
                        .query(Stretch.HOURS, Stretch.FROM, Stretch.TO, OPERATION, LIMIT, Cursor.PLACE)
                        .answers(DeploymentsJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Says that something new is in use; saying it again, of the same version and instant,"
                                + " changes nothing.")
                        .takes(Wanted.class, "version")
                        .answers(HttpStatus.CREATED, DeploymentJson.class),
                this::record);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        String operation = query.get(OPERATION);
        Cursor cursor = query.get(Cursor.PLACE);
        int limit = query.get(LIMIT);
        DeploymentSearch search = new DeploymentSearch(
                Stretch.of(query, clock.instant()).range(),
                operation == null ? List.of() : List.of(operation),
                cursor == null ? null : new Place(cursor.at(), cursor.number()),
                limit + 1);
        Page<FiledDeployment> page = Page.of(
                desk.find(search),
                limit,
                filed -> Cursor.after(filed.deployment().at(), filed.id()));
        ctx.json(new DeploymentsJson(page.as(DeploymentJson::of), page.next()));
    }

    private void record(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        String by = Caller.name(ctx, wanted.by());
        FiledDeployment filed = ProblemException.checked(() -> desk.record(wanted.deployment(clock.instant(), by)));
        ctx.status(HttpStatus.CREATED).json(DeploymentJson.of(filed));
    }

    /** What was brought into use: just now, and it may have touched everything, unless something else is said. */
    record Wanted(
            @Nullable String version,
            @Nullable String at,
            @Nullable List<String> operations,
            @Nullable String link,
            @Nullable String note,
            @Nullable String by) {
        Deployment deployment(Instant now, String author) {
            if (version == null) {
                throw ProblemException.badRequest("version is missing: say what is in use now, such as 2.3.1");
            }
            return new Deployment(
                    version,
                    at == null ? now : instant(at),
                    requireNonNullElse(operations, List.of()),
                    new Report(author, link, note));
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "at '%s' must be an instant like 2026-11-30T18:00:00Z".formatted(text), e);
            }
        }
    }

    /** @param next the cursor with which the list goes on, or null at its end */
    record DeploymentsJson(
            List<DeploymentJson> deployments, @Nullable String next) {}

    /** @param operations what it touched; empty when it may have touched all of them */
    record DeploymentJson(
            long id,
            String version,
            Instant at,
            List<String> operations,
            String by,
            @Nullable String link,
            @Nullable String note) {
        static DeploymentJson of(FiledDeployment filed) {
            Deployment deployment = filed.deployment();
            Report report = deployment.report();
            return new DeploymentJson(
                    filed.id(),
                    deployment.version(),
                    deployment.at(),
                    deployment.operations(),
                    report.by(),
                    report.link(),
                    report.note());
        }
    }
}
