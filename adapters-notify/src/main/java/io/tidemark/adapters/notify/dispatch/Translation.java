package io.tidemark.adapters.notify.dispatch;

import io.tidemark.channel.Content;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Trend;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between the words of the domain and those of the channel SPI. */
final class Translation {
    private static final double MICROS_IN_A_MILLI = 1_000;

    private final Function<Notice, Links> links;

    Translation(Function<Notice, Links> links) {
        this.links = links;
    }

    Message message(Notification notification) {
        Notice notice = notification.notice();
        return new Message(
                "tidemark-" + notification.id(),
                conversation(notice.conversation(), notification.memo()),
                kind(notice),
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
        return new Attempt.Answer(
                delivery.reason(),
                delivery.detail(),
                delivery.status(),
                delivery.retryAfter(),
                delivery.memo(),
                delivery.maybeDuplicate());
    }

    private static Conversation conversation(
            io.tidemark.domain.notification.Conversation conversation, @Nullable String memo) {
        About about = new About(conversation.type(), conversation.subject(), conversation.branch());
        return new Conversation(conversation.id(), about, memo);
    }

    private static Message.Kind kind(Notice notice) {
        return switch (notice.kind()) {
            case FIRING -> Message.Kind.FIRING;
            case ACKNOWLEDGED -> Message.Kind.ACKNOWLEDGED;
            case RESOLVED -> Message.Kind.RESOLVED;
            case DIGEST -> Message.Kind.DIGEST;
        };
    }

    private Content content(Notice notice) {
        List<Content.Fact> facts = notice.content().facts().stream()
                .map(fact -> new Content.Fact(fact.name(), fact.value()))
                .toList();
        return new Content(
                notice.content().title(),
                notice.content().text(),
                facts,
                links.apply(notice),
                trend(notice.content().trend()));
    }

    private static @Nullable Trend trend(io.tidemark.domain.notification.@Nullable Trend trend) {
        if (trend == null) {
            return null;
        }
        List<Double> millis = trend.micros().stream()
                .map(micros -> micros / MICROS_IN_A_MILLI)
                .toList();
        return new Trend(millis, trend.lowMicros() / MICROS_IN_A_MILLI, trend.highMicros() / MICROS_IN_A_MILLI, "ms");
    }

    private static Message.Severity severity(Notice notice) {
        return switch (notice.severity()) {
            case INFO -> Message.Severity.INFO;
            case WARNING -> Message.Severity.WARNING;
            case CRITICAL -> Message.Severity.CRITICAL;
        };
    }
}
