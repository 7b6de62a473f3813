package io.tidemark.channel.mattermost;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Message;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is noted between attempts and messages: {@code post 8q1z…} is the conversation's post, {@code plain 8431-3} the
 * message that Mattermost would not take in its full dress.
 *
 * @param post the id of the conversation's post, or null if there is none
 * @param plainFor the id of the message that goes out, or stands there, as plain text; or null
 */
record MattermostMemo(@Nullable String post, @Nullable String plainFor) {
    private static final Pattern NOTED = Pattern.compile("(?:post ([a-z0-9]+))? ?(?:plain ([!-~]+))?");

    private static final Set<Integer> ABOUT_THE_FORM = Set.of(400, 413, 422);

    static MattermostMemo of(Message message) {
        Matcher noted =
                NOTED.matcher(Optional.ofNullable(message.conversation().memo()).orElse(""));
        return noted.matches() ? new MattermostMemo(noted.group(1), noted.group(2)) : new MattermostMemo(null, null);
    }

    boolean plain(Message message) {
        return message.id().equals(plainFor);
    }

    /**
     * The delivery with what the next attempt needs to know. What is refused goes out as plain text once; if that is
     * refused too, it is not the message that Mattermost objects to.
     */
    Delivery noted(Delivery delivery, Message message) {
        if (delivery.outcome() == Outcome.DELIVERED && delivery.memo() != null && plain(message)) {
            return delivery.withMemo(delivery.memo() + " plain " + message.id());
        }
        if (delivery.outcome() != Outcome.REFUSED || !isAboutTheForm(delivery)) {
            return delivery;
        }
        if (!plain(message)) {
            return delivery.withDetail(delivery.detail() + " (the next attempt is plain text)")
                    .withMemo(new MattermostMemo(post, message.id()).text());
        }
        return delivery.withOutcome(Outcome.CHANNEL_DOWN);
    }

    private static boolean isAboutTheForm(Delivery delivery) {
        Integer status = delivery.status();
        return status != null && ABOUT_THE_FORM.contains(status);
    }

    String text() {
        String at = post == null ? "" : "post " + post;
        String plain = plainFor == null ? "" : "plain " + plainFor;
        return (at + " " + plain).strip();
    }
}
