package io.tidemark.bootstrap.daemon;

import io.tidemark.application.alert.AcknowledgementLinks;
import io.tidemark.channel.Links;
import io.tidemark.channel.Links.Acknowledge;
import io.tidemark.channel.Secret;
import io.tidemark.domain.notification.Notice;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where messages lead: to the alert in the console, to what helps, and to where it is acknowledged. */
final class MessageLinks implements Function<Notice, Links> {
    private final URI console;
    private final AcknowledgementLinks acknowledgements;

    MessageLinks(URI console, AcknowledgementLinks acknowledgements) {
        this.console = console;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public Links apply(Notice notice) {
        Long alert = notice.conversation().alertId();
        return alert == null
                ? Links.to(console)
                : new Links(
                        console.resolve("alerts/" + alert),
                        console.resolve("runbooks/" + notice.conversation().type()),
                        acknowledge(alert, notice));
    }

    /** What is taken on, or over, is not to be taken on. */
    private @Nullable Acknowledge acknowledge(long alert, Notice notice) {
        if (notice.kind() != Notice.Kind.FIRING) {
            return null;
        }
        String token = acknowledgements.token(alert, notice.destination().name(), notice.decidedAt());
        return new Acknowledge(
                Secret.of(console.resolve("a/" + token).toString()), Secret.of(token), console.resolve("callbacks"));
    }
}
