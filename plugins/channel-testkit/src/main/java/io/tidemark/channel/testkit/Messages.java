package io.tidemark.channel.testkit;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Links;
import io.tidemark.channel.Links.Acknowledge;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import io.tidemark.channel.Trend;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Messages for tests. */
public final class Messages {
    /** How a person takes on the alert of {@link #firing}: no delivery may quote it. */
    public static final Acknowledge ACKNOWLEDGE = new Acknowledge(
            Secret.of("https://tidemark.example.org/a/7c1f"),
            Secret.of("7c1f"),
            URI.create("https://tidemark.example.org/callbacks"));

    private static final Links LINKS = new Links(
            URI.create("https://tidemark.example.org/alerts/8431"),
            URI.create("https://tidemark.example.org/runbooks/threshold_exceeded"),
            ACKNOWLEDGE);
    private static final Trend TREND = new Trend(List.of(101.0, 98.5, 130.0, 412.0), 95, 160, "ms");
    private static final About ABOUT = new About("THRESHOLD_EXCEEDED", "merge.apply", "main");

    private Messages() {}

    /** An ordinary message with all its parts. */
    public static Message firing() {
        return of(Message.Kind.FIRING, Message.Severity.CRITICAL);
    }

    /** The ordinary message of another kind and severity. */
    public static Message of(Message.Kind kind, Message.Severity severity) {
        List<Fact> facts = List.of(new Fact("p95", "412 ms"), new Fact("expected", "95–160 ms"));
        Content content = new Content("merge.apply is slow", "Slower than normal since 13:58.", facts, LINKS, TREND);
        return of(kind, severity, content);
    }

    /** A firing message with this content. */
    public static Message saying(Content content) {
        return of(Message.Kind.FIRING, Message.Severity.WARNING, content);
    }

    /** A message that has nothing but a title. */
    public static Message bare() {
        return saying(Content.of("merge.apply is slow", "", List.of()));
    }

    /** Messages that break a careless channel: each text stands in the title, the text and a fact. */
    public static Stream<Message> hostile() {
        return Stream.of(
                        "\u0000\u0007\u001b[31mred\u007f\u0085",
                        "first\r\nsecond\nX-Injected: yes\r\n\r\n{\"forged\":true}",
                        "🌊👩‍👩‍👧‍👦 عربي עברית \u202Edesrever\u2066",
                        "half a pair: \uD83C and \uDF0A.",
                        "<script>alert(1)</script> <!channel> <@U1> @here & &amp; *b* _i_ `c` [l](http://x) {{t}} ${e} %s %n",
                        "\"quoted\" \\ back\\slash \u2028\u2029",
                        "x".repeat(100_000),
                        "🌊".repeat(50_000))
                .map(text -> saying(new Content(text, text, List.of(new Fact(text, text)), LINKS, TREND)));
    }

    /** Memos that this version of a channel did not write. */
    public static Stream<String> hostileMemos() {
        return Stream.of(
                "",
                " ",
                "{\"version\":99,\"ts\":{}}",
                "null",
                "[",
                "\u0000\r\n=;:,|/..%s",
                "x".repeat(Delivery.MEMO_LIMIT),
                "🌊".repeat(Delivery.MEMO_LIMIT / 2));
    }

    private static Message of(Message.Kind kind, Message.Severity severity, Content content) {
        return new Message("8431-3", Conversation.of("8431", ABOUT), kind, severity, content, KitHost.NOW);
    }
}
