package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.alert.Acknowledging;
import io.tidemark.bootstrap.callback.PagerDutyEvent;
import io.tidemark.bootstrap.callback.Press;
import io.tidemark.bootstrap.callback.Signature;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Content;
import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Where receivers post to when somebody presses a button under a message, or takes an incident on. */
final class CallbacksApi {
    /** A channel is told this address, and posts to its type below it. */
    static final String PREFIX = "/callbacks/";

    static final String SLACK = PREFIX + "slack";

    /** PagerDuty tries again for about a day: what is older is nobody's word about how things are now. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final Content SENTENCE = Content.opaque("text/plain");

    private final CallbackSettings settings;
    private final Acknowledging acknowledging;
    private final Bodies bodies;
    private final Clock clock;

    CallbacksApi(CallbackSettings settings, Acknowledging acknowledging, Bodies bodies, Clock clock) {
        this.settings = settings;
        this.acknowledging = acknowledging;
        this.bodies = bodies;
        this.clock = clock;
    }

    void register(Calls calls) {
        calls.add(
                signed(Call.post(SLACK))
                        .says("Takes from Slack that somebody pressed the button of a message.")
                        .takes(Content.opaque("application/x-www-form-urlencoded"))
                        .answers(HttpStatus.OK, "It is acknowledged, or it was no such button.", SENTENCE)
                        .answers(HttpStatus.FORBIDDEN, "The button was not made here.", SENTENCE)
                        .answers(HttpStatus.CONFLICT, "Somebody looks after it, or it is over.", SENTENCE)
                        .answers(HttpStatus.GONE, "The button is too old, or was pressed before.", SENTENCE),
                this::slack);
        calls.add(
                Call.post(PREFIX + "mattermost")
                        .says("Takes from Mattermost that somebody pressed the button of a message.")
                        .takes(Content.json(Map.class))
                        .answers(Map.class),
                this::mattermost);
        calls.add(
                signed(Call.post(PREFIX + "pagerduty"))
                        .says("Takes from PagerDuty that somebody acknowledged or resolved an incident.")
                        .takes(Content.json(Map.class))
                        .answers(HttpStatus.ACCEPTED, "It is heard; what is nobody's word about an alert is left."),
                this::pagerDuty);
    }

    private static Call signed(Call call) {
        return call.refuses(HttpStatus.UNAUTHORIZED, "The signature is missing, wrong or too old.")
                .refuses(HttpStatus.NOT_FOUND, "No secret is set with which to tell who calls.");
    }

    /** Slack shows a status that is none of success beside the button. */
    private void slack(Context ctx) {
        Secret secret = configured(settings.slackSigningSecret(), "slack-signing-secret");
        byte[] body = bodies.read(ctx);
        boolean genuine = Signature.isSlacks(
                secret,
                header(ctx, "X-Slack-Request-Timestamp"),
                body,
                header(ctx, "X-Slack-Signature"),
                clock.instant());
        requireGenuine(genuine);
        Press.ofSlack(body).ifPresent(press -> {
            AcknowledgementWords said = acknowledged(press);
            ctx.status(HttpStatus.forStatus(said.status())).result(said.sentence());
        });
    }

    /** Mattermost signs nothing: the token is the proof. It shows the text to whoever pressed. */
    private void mattermost(Context ctx) {
        Press press = Press.ofMattermost(bodies.read(ctx))
                .orElseThrow(() -> ProblemException.badRequest("this is no button of a message from here"));
        AcknowledgementWords said = acknowledged(press);
        ctx.json(Map.of("ephemeral_text", said.sentence()));
    }

    private void pagerDuty(Context ctx) {
        Secret secret = configured(settings.pagerDutySecret(), "pagerduty-secret");
        byte[] body = bodies.read(ctx);
        requireGenuine(Signature.isPagerDutys(secret, body, header(ctx, "X-PagerDuty-Signature")));
        PagerDutyEvent.of(body).ifPresent(this::heard);
        ctx.status(HttpStatus.ACCEPTED);
    }

    private void heard(PagerDutyEvent event) {
        String by = event.person() + " via PagerDuty";
        acknowledging.hear("pagerduty " + event.id(), event.at().plus(LATEST), desk -> {
            switch (event.deed()) {
                case ACKNOWLEDGED -> desk.acknowledge(event.alertId(), by, null, null);
                case RESOLVED -> desk.resolve(event.alertId(), by);
            }
        });
    }

    private AcknowledgementWords acknowledged(Press press) {
        return AcknowledgementWords.of(acknowledging.acknowledge(press.token(), press.person(), null));
    }

    private static Secret configured(Secret secret, String key) {
        if (secret.isEmpty()) {
            throw ProblemException.notFound(
                    "nothing is taken here before callbacks.%s is set: without it nobody knows who calls"
                            .formatted(key));
        }
        return secret;
    }

    private static void requireGenuine(boolean genuine) {
        if (!genuine) {
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED,
                    "the signature is missing, wrong or too old: compare the secret in callbacks, and this machine's clock");
        }
    }

    private static String header(Context ctx, String name) {
        return requireNonNullElse(ctx.header(name), "");
    }
}
