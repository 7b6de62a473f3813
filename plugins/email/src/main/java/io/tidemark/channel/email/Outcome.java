package io.tidemark.channel.email;

import io.tidemark.channel.Delivery;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds up what the server said to each recipient. One that is gone is dropped: the others have the message, and what
 * comes later in the conversation must not wait for a mailbox that is never there.
 */
final class Outcome {
    private final Memo memo;
    private final Map<InternetAddress, Reply> answers;
    private final List<InternetAddress> taken = new ArrayList<>();
    private final List<InternetAddress> later = new ArrayList<>();
    private final List<InternetAddress> gone = new ArrayList<>();

    Outcome(Memo memo, Map<InternetAddress, Reply> answers) {
        this.memo = memo;
        this.answers = answers;
        answers.forEach((recipient, reply) -> group(recipient, reply).add(recipient));
    }

    /** Of a mail that the server took for some. */
    Delivery taken(String messageId) {
        String noted = memo.after(messageId, taken, withoutRoom()).written();
        return (later.isEmpty() ? done() : wait(later)).withMemo(noted);
    }

    /** Of a mail that nobody is to get now. */
    Delivery untaken(String messageId) {
        if (!later.isEmpty()) {
            return wait(later)
                    .withMemo(memo.after(messageId, taken, withoutRoom()).written());
        }
        if (!memo.reached().isEmpty()) {
            return done();
        }
        boolean closedToUs = gone.stream().map(this::reply).allMatch(Reply::isAboutAccess);
        Delivery delivery = closedToUs
                ? Delivery.channelDown("recipients_refused", quoted(gone))
                : Delivery.refused("recipients_refused", quoted(gone));
        return delivery.withStatus(reply(gone.get(0)).code());
    }

    private List<InternetAddress> group(InternetAddress recipient, Reply reply) {
        if (reply.isPositive()) {
            return taken;
        }
        boolean wait = reply.isMailboxFull() ? !memo.wasFull(recipient) : reply.isTransient();
        return wait ? later : gone;
    }

    private Delivery done() {
        return gone.isEmpty()
                ? Delivery.delivered().withStatus(250)
                : Delivery.delivered()
                        .withReason("delivered_to_some")
                        .withDetail(quoted(gone))
                        .withStatus(250);
    }

    private Delivery wait(List<InternetAddress> recipients) {
        Reply first = reply(recipients.get(0));
        Delivery delivery =
                Delivery.retryLater("recipients_later", quoted(recipients)).withStatus(first.code());
        boolean throttled = recipients.stream().map(this::reply).anyMatch(Reply::isThrottling);
        return throttled ? delivery.withRetryAfter(Verdict.PAUSE) : delivery;
    }

    private List<InternetAddress> withoutRoom() {
        return answers.entrySet().stream()
                .filter(answer ->
                        !answer.getValue().isPositive() && answer.getValue().isMailboxFull())
                .map(Map.Entry::getKey)
                .toList();
    }

    private String quoted(List<InternetAddress> recipients) {
        return "The server does not take "
                + recipients.stream()
                        .map(recipient ->
                                recipient.getAddress() + " (" + reply(recipient).quoted() + ")")
                        .collect(Collectors.joining(", "));
    }

    private Reply reply(InternetAddress recipient) {
        Reply reply = answers.get(recipient);
        if (reply == null) {
            throw new IllegalStateException("every recipient here was answered");
        }
        return reply;
    }
}
