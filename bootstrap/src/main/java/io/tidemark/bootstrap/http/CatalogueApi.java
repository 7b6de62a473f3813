package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.OperationBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.domain.operation.OperationType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which operations there are, and what people say about them. */
final class CatalogueApi {
    private final OperationReader reader;
    private final OperationBook book;
    private final Clock clock;
    private final Json json;

    CatalogueApi(Tidemark tidemark, Clock clock, Json json) {
        this.reader = tidemark.operations();
        this.book = tidemark.operationBook();
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/catalogue")
                        .says("Lists the known operations and what people say about them.")
                        .answers(CatalogueJson.class),
                this::list);
        calls.add(
                Call.post("/api/v1/catalogue")
                        .says("Describes an operation, or says whether it is tracked; what is left out stays.")
                        .takes(Change.class, "operation")
                        .answers(OperationTypeJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such operation."),
                this::change);
    }

    private void list(Context ctx) {
        ctx.json(new CatalogueJson(
                reader.all().stream().map(OperationTypeJson::of).toList()));
    }

    private void change(Context ctx) {
        Change change = json.read(ctx, Change.class);
        ctx.json(OperationTypeJson.of(change.apply(book, Caller.signature(ctx, change.by(), clock))));
    }

    /** What is to be changed; what is left out stays as it is. */
    record Change(
            @Nullable String operation,
            @Nullable Boolean tracked,
            @Nullable String description,
            @Nullable String by) {

        OperationType apply(OperationBook book, Signature signature) {
            if (operation == null || (tracked == null && description == null)) {
                throw ProblemException.badRequest(
                        "name the operation, and what to change of it: tracked, description or both");
            }
            // The description first: it may be refused, and then nothing was changed.
            Optional<OperationType> described =
                    description == null ? Optional.empty() : describe(book, description, signature);
            Optional<OperationType> after = tracked == null ? described : book.track(operation, tracked, signature);
            return after.orElseThrow(() -> new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "there is no operation '%s': it becomes known with its first timing".formatted(operation)));
        }

        private Optional<OperationType> describe(OperationBook book, String text, Signature signature) {
            try {
                return book.describe(String.valueOf(operation), text, signature);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    record CatalogueJson(List<OperationTypeJson> operations) {}

    record OperationTypeJson(
            String operation, String category, String bottleneck, String description, boolean tracked) {
        static OperationTypeJson of(OperationType operation) {
            return new OperationTypeJson(
                    operation.name(),
                    operation.category().word(),
                    operation.category().bottleneck().name(),
                    operation.description(),
                    operation.tracked());
        }
    }
}
