package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.alert.AcknowledgementLinks.Permission;
import io.tidemark.application.alert.AcknowledgementLinks.Reading;
import io.tidemark.application.alert.Acknowledging;
import io.tidemark.application.alert.Acknowledging.Result;
import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader;
import io.tidemark.bootstrap.console.Console;
import io.tidemark.domain.alert.Alert;
import org.jspecify.annotations.Nullable;

/**
 * Where the link in a message leads. Opening it changes nothing, as programs open links as well: mail is looked through,
 * chats show a preview. Only the form acknowledges.
 */
final class AcknowledgePages {
    static final String PREFIX = "/a/";

    private final Acknowledging acknowledging;
    private final AlertReader alerts;
    private final Console console;

    AcknowledgePages(Acknowledging acknowledging, AlertReader alerts, Console console) {
        this.acknowledging = acknowledging;
        this.alerts = alerts;
        this.console = console;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(PREFIX + "{token}", this::show);
        routes.post(PREFIX + "{token}", this::acknowledge);
    }

    private void show(Context ctx) {
        Reading reading = acknowledging.read(ctx.pathParam("token"));
        Permission permission = reading.permission();
        if (permission == null) {
            say(ctx, AcknowledgementWords.of(requireNonNull(reading.refusal())), null);
            return;
        }
        Alert alert = alerts.find(permission.alertId())
                .map(AlertReader.AlertReport::alert)
                .orElseThrow(() -> ProblemException.notFound("this alert is not kept any more"));
        AcknowledgementWords.ofClosed(alert)
                .ifPresentOrElse(
                        said -> say(ctx, said, alert),
                        () -> ctx.html(console.acknowledge(AlertWording.title(alert), "", true)));
    }

    private void acknowledge(Context ctx) {
        String name = requireNonNullElse(ctx.formParam("name"), "").strip();
        String note = requireNonNullElse(ctx.formParam("note"), "").strip();
        if (name.isEmpty()) {
            throw ProblemException.badRequest("say who you are: the others want to know who looks after it");
        }
        Result result = acknowledging.acknowledge(ctx.pathParam("token"), name, note.isEmpty() ? null : note);
        say(
                ctx,
                AcknowledgementWords.of(result),
                result.answer() == null ? null : result.answer().alert());
    }

    private void say(Context ctx, AcknowledgementWords said, @Nullable Alert alert) {
        String title = alert == null ? "" : AlertWording.title(alert);
        ctx.status(HttpStatus.forStatus(said.status())).html(console.acknowledge(title, said.sentence(), false));
    }
}
