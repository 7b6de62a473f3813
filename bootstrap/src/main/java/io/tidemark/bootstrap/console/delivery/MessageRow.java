package io.tidemark.bootstrap.console.delivery;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.notification.Notice;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param href where all of it is
 * @param status where it is on its way: also the name of its shape
 * @param isDead whether it could not be delivered, and a person has to say what becomes of it
 * @param alert where the alert is that it is about, or null when it is about several
 * @param trouble what went wrong last, or empty
 */
record MessageRow(
        long id,
        String href,
        String status,
        boolean isDead,
        String kind,
        String title,
        String destination,
        String channel,
        Instant decided,
        String decidedTime,
        int attempts,
        @Nullable String alert,
        String trouble) {
    static MessageRow of(Sent sent, Instant now) {
        Notice notice = sent.notice();
        Long alertId = notice.conversation().alertId();
        return new MessageRow(
                sent.id(),
                DeliveryQuery.PATH + "/" + sent.id(),
                sent.status().word(),
                sent.status() == DeliveryStatus.FAILED && sent.digest() == null,
                notice.kind().name().toLowerCase(Locale.ROOT),
                notice.content().title(),
                notice.destination().name(),
                notice.destination().channel(),
                notice.decidedAt(),
                Wording.time(notice.decidedAt(), now),
                sent.attempts(),
                alertId == null ? null : "/alerts/" + alertId,
                sent.trouble() == null
                        ? ""
                        : "%s: %s"
                                .formatted(
                                        sent.trouble().reason(), sent.trouble().detail()));
    }
}
