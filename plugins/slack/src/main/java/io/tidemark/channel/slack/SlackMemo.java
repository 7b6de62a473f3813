package io.tidemark.channel.slack;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Message;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is noted between attempts and messages: {@code at C024BE91L 1503435956.000247} is the conversation's message in
 * Slack, {@code plain 8431-3} the message that Slack could not read in its full dress.
 *
 * @param posted the conversation's message, or null if there is none
 * @param plainFor the id of the message that goes out as plain text, or null
 */
record SlackMemo(@Nullable Posted posted, @Nullable String plainFor) {
    private static final Pattern NOTED = Pattern.compile("(?:at ([A-Z0-9]+) ([0-9.]+))? ?(?:plain ([!-~]+))?");
    /** Refusals that another form of the same message may overcome: words of the API come with 200. */
    private static final Set<Integer> ABOUT_THE_FORM = Set.of(200, 400, 413, 422);

    /** Where a message is in Slack. */
    record Posted(String channel, String ts) {}

    static SlackMemo of(Message message) {
        Matcher noted =
                NOTED.matcher(Optional.ofNullable(message.conversation().memo()).orElse(""));
        if (!noted.matches()) {
            return new SlackMemo(null, null);
        }
        Posted posted = noted.group(1) == null ? null : new Posted(noted.group(1), noted.group(2));
        return new SlackMemo(posted, noted.group(3));
    }

    boolean plain(Message message) {
        return message.id().equals(plainFor);
    }

    /** The delivery with what the next attempt or message needs to know, if that is anything new. */
    Delivery noted(Delivery delivery, Message message) {
        boolean badForm = delivery.outcome() == Outcome.REFUSED
                && delivery.status() != null
                && ABOUT_THE_FORM.contains(delivery.status());
        if (!badForm || plain(message)) {
            return delivery;
        }
        return delivery.withDetail(delivery.detail() + " (the next attempt is plain text)")
                .withMemo(new SlackMemo(posted, message.id()).text());
    }

    String text() {
        String at = posted == null ? "" : "at %s %s".formatted(posted.channel(), posted.ts());
        String plain = plainFor == null ? "" : "plain " + plainFor;
        return (at + " " + plain).strip();
    }
}
