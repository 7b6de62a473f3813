package io.tidemark.channel.slack;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.slack.SlackMemo.Posted;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Slack answers. Its error words come first: the status that goes with a word has changed over the years,
 * the word has not, and the API gives errors the status 200. No JSON is parsed: within a JSON text a quote has a
 * backslash before it, so what a message says cannot pass for a member.
 */
final class SlackAnswer {
    private static final Pattern WORD = Pattern.compile("\\s*([a-z_]{1,64})\\s*");
    private static final Pattern ERROR =
            Pattern.compile("\\{.*\"error\"\\s*:\\s*\"([a-z_]{1,64})\".*}", Pattern.DOTALL);
    private static final Pattern TAKEN = Pattern.compile("\"ok\"\\s*:\\s*true\\b");
    private static final Pattern CHANNEL = Pattern.compile("\"channel\"\\s*:\\s*\"([A-Z0-9]+)\"");
    private static final Pattern TS = Pattern.compile("\"ts\"\\s*:\\s*\"([0-9.]+)\"");
    private static final int THROTTLED = 429;

    private SlackAnswer() {}

    /** A webhook answers {@code ok} as plain text, and nothing else that would do. */
    static Delivery ofWebhook(HttpAnswer answer, Clock clock) {
        Delivery byStatus = HttpDelivery.of(answer, clock);
        return word(WORD, answer)
                .or(() -> word(ERROR, answer))
                .flatMap(word -> byWord(word, answer, clock))
                .orElseGet(() -> byStatus.outcome() == Outcome.DELIVERED
                        ? checked(answer.body().equals("ok"), answer, byStatus)
                        : byStatus);
    }

    /** The API answers JSON: {@code ok}, and what it calls the message, which becomes the memo. */
    static Delivery ofApi(HttpAnswer answer, Clock clock) {
        Delivery byStatus = HttpDelivery.of(answer, clock);
        Optional<String> error = word(ERROR, answer);
        if (error.isPresent() || byStatus.outcome() != Outcome.DELIVERED) {
            return error.map(word -> byWord(word, answer, clock).orElseGet(() -> unknown(word, byStatus)))
                    .orElse(byStatus);
        }
        Delivery delivery = checked(TAKEN.matcher(answer.body()).find(), answer, byStatus);
        return delivery.outcome() == Outcome.DELIVERED
                ? posted(answer.body())
                        .map(posted -> delivery.withMemo(new SlackMemo(posted, null).text()))
                        .orElse(delivery)
                : delivery;
    }

    private static Delivery checked(boolean taken, HttpAnswer answer, Delivery byStatus) {
        if (answer.status() == 200 && taken) {
            return byStatus;
        }
        return Delivery.channelDown(
                        "unexpected_answer",
                        "Not Slack's 'ok' but: %s. Check the address, and for a proxy in between."
                                .formatted(answer.body().isEmpty() ? "nothing" : answer.body()))
                .withStatus(answer.status())
                .withMaybeDuplicate();
    }

    private static Optional<Posted> posted(String body) {
        Matcher channel = CHANNEL.matcher(body);
        Matcher ts = TS.matcher(body);
        return channel.find() && ts.find() ? Optional.of(new Posted(channel.group(1), ts.group(1))) : Optional.empty();
    }

    private static Optional<String> word(Pattern pattern, HttpAnswer answer) {
        Matcher matcher = pattern.matcher(answer.body());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Delivery> byWord(String word, HttpAnswer answer, Clock clock) {
        return SlackWords.meaning(word)
                .map(outcome -> new Delivery(
                        outcome,
                        word,
                        "Slack answered: " + word,
                        answer.status(),
                        outcome == Outcome.RETRY_LATER ? pause(answer, clock).retryAfter() : null,
                        SlackWords.mayHavePosted(word),
                        null));
    }

    /** The pause that the header asks for, whatever the status beside it. */
    private static Delivery pause(HttpAnswer answer, Clock clock) {
        return HttpDelivery.of(new HttpAnswer(THROTTLED, answer.headers(), ""), clock);
    }

    /** Slack adds words. With 200 one says that this message was not taken; otherwise the status says more. */
    private static Delivery unknown(String word, Delivery byStatus) {
        return byStatus.outcome() == Outcome.DELIVERED
                ? Delivery.refused(word, "Slack answered: " + word).withStatus(200)
                : byStatus;
    }
}
