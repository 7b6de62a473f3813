package io.tidemark.channel.email;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Message;
import io.tidemark.channel.Text;
import java.util.List;

/**
 * As much of a message as a mail shows, printable.
 *
 * @param title the title, on one line
 * @param text the explanation; may be empty
 * @param facts the figures
 * @param more how many figures are left out
 */
record Excerpt(String title, String text, List<Fact> facts, int more) {
    /** How much of a message is shown. */
    private record Bounds(int text, int facts, int value) {}

    private static final Bounds GENEROUS = new Bounds(10_000, 40, 500);
    private static final Bounds BRIEF = new Bounds(400, 6, 80);
    private static final int LONGEST_TITLE = 200;

    static Excerpt of(Message message) {
        return of(message.content(), GENEROUS);
    }

    /** For a server that takes only small mails. */
    static Excerpt brief(Message message) {
        return of(message.content(), BRIEF);
    }

    private static Excerpt of(Content content, Bounds bounds) {
        List<Fact> facts = content.facts().stream()
                .limit(bounds.facts())
                .map(fact -> new Fact(shown(fact.name(), "?", bounds.value()), shown(fact.value(), "", bounds.value())))
                .toList();
        return new Excerpt(
                shown(content.title(), "?", LONGEST_TITLE),
                Text.cut(Text.printable(content.text()), bounds.text()).strip(),
                facts,
                content.facts().size() - facts.size());
    }

    private static String shown(String text, String ifBlank, int limit) {
        String shown = Text.cut(Text.oneLine(text), limit).strip();
        return shown.isEmpty() ? ifBlank : shown;
    }
}
