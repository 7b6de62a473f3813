package io.tidemark.channel.email;

import io.tidemark.channel.Message;
import java.util.stream.Collectors;

/** The message as plain text. */
final class PlainBody {
    private PlainBody() {}

    static String of(Message message, Excerpt excerpt) {
        StringBuilder body = new StringBuilder();
        body.append(Wording.state(message)).append(": ").append(excerpt.title()).append("\n");
        paragraph(body, excerpt.text());
        paragraph(
                body,
                excerpt.facts().stream()
                        .map(fact -> fact.name() + ": " + fact.value())
                        .collect(Collectors.joining("\n")));
        paragraph(body, excerpt.more() == 0 ? "" : "and " + excerpt.more() + " more figures");
        paragraph(
                body,
                Wording.links(message).stream()
                        .map(link -> link.label() + ": " + link.target().toASCIIString())
                        .collect(Collectors.joining("\n")));
        // Two hyphens and a blank begin a signature: clients show it apart, and leave it out of answers.
        paragraph(body, "-- \n" + Wording.time(message.at()) + " · " + message.alertId());
        return body.toString();
    }

    private static void paragraph(StringBuilder body, String text) {
        if (!text.isBlank()) {
            body.append("\n").append(text).append("\n");
        }
    }
}
