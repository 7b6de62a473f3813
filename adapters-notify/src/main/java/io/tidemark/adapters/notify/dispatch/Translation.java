package io.tidemark.adapters.notify.dispatch;

import io.tidemark.channel.Content;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.net.URI;
import java.util.List;

/** Between the words of the domain and those of the channel SPI. */
final class Translation {
    private final URI console;

    Translation(URI console) {
        this.console = console;
    }

    Message message(Notification notification) {
        Notice notice = notification.notice();
        return new Message(
                "tidemark-" + notification.id(),
                "tidemark-alert-" + notice.alertId(),
                Message.Kind.FIRING,
                severity(notice),
                content(notice),
                notice.decidedAt());
    }

    static Attempt.Outcome outcome(Delivery delivery) {
        return switch (delivery.outcome()) {
            case DELIVERED -> Attempt.Outcome.DELIVERED;
            case RETRY_LATER -> Attempt.Outcome.RETRY_LATER;
            case REFUSED -> Attempt.Outcome.REFUSED;
            case CHANNEL_DOWN -> Attempt.Outcome.CHANNEL_DOWN;
        };
    }

    static Attempt.Answer answer(Delivery delivery) {
        return new Attempt.Answer(delivery.reason(), delivery.detail(), delivery.status(), delivery.retryAfter());
    }

    private Content content(Notice notice) {
        List<Content.Fact> facts = notice.content().facts().stream()
                .map(fact -> new Content.Fact(fact.name(), fact.value()))
                .toList();
        URI link = console.resolve("#alert-" + notice.alertId());
        return new Content(notice.content().title(), notice.content().text(), facts, link);
    }

    private static Message.Severity severity(Notice notice) {
        return switch (notice.severity()) {
            case INFO -> Message.Severity.INFO;
            case WARNING -> Message.Severity.WARNING;
            case CRITICAL -> Message.Severity.CRITICAL;
        };
    }
}
