package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Runbook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What to do about a type of alert, for programs and for people. */
final class RunbooksApi {
    private final Console console;

    RunbooksApi(Console console) {
        this.console = console;
    }

    void register(Calls calls, JavalinDefaultRoutingApi routes) {
        calls.add(
                Call.get("/api/v1/runbooks/{type}")
                        .says("Tells what to do about a type of alert.")
                        .at(Parameter.needed("type", "The type of the alert, in capitals or not."))
                        .answers(RunbookJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such type."),
                ctx -> ctx.json(RunbookJson.of(type(ctx))));
        routes.get("/runbooks/{type}", ctx -> ctx.html(console.runbook(Runbook.of(type(ctx)))));
    }

    private static AlertType type(Context ctx) {
        String word = ctx.pathParam("type").toUpperCase(Locale.ROOT);
        return Arrays.stream(AlertType.values())
                .filter(type -> type.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no runbook for '%s': there are %s"
                        .formatted(word, Arrays.toString(AlertType.values()))));
    }

    record RunbookJson(AlertType type, String title, String means, List<String> look, List<String> helps) {
        static RunbookJson of(AlertType type) {
            Runbook runbook = Runbook.of(type);
            return new RunbookJson(type, runbook.title(), runbook.means(), runbook.look(), runbook.helps());
        }
    }
}
