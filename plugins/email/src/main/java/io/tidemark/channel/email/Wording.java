package io.tidemark.channel.email;

import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import io.tidemark.channel.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that the parts of a mail have in common. */
final class Wording {
    /** Longer subjects are cut by every client, and lengthen the header of every answer. */
    private static final int LONGEST_SUBJECT = 160;

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile(".*?([0-9]+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A link and the word for it. */
    record Link(String label, URI target) {}

    private Wording() {}

    /** The same for all mails of a conversation, else clients would tear them apart: nothing in it says how it stands. */
    static String subject(String prefix, Message message) {
        String subject = switch (message.kind()) {
            case DIGEST, TEST -> message.content().title();
            case FIRING, ACKNOWLEDGED, RESOLVED -> about(message) + " (" + number(message.alertId()) + ")";
        };
        return Text.cut(Text.oneLine(prefix + " " + subject), LONGEST_SUBJECT);
    }

    /** How it stands, in a word. */
    static String state(Message message) {
        return switch (message.kind()) {
            case FIRING -> message.severity().name();
            case ACKNOWLEDGED, RESOLVED, DIGEST, TEST -> message.kind().name();
        };
    }

    static String about(Message message) {
        About about = message.conversation().about();
        String branch = about.branch() == null ? "" : " on " + about.branch();
        return about.subject() + branch + ": "
                + about.type().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Those that a person can follow from a mail. */
    static List<Link> links(Message message) {
        List<Link> links = new ArrayList<>();
        var leads = message.content().links();
        link("Open", leads.open()).ifPresent(links::add);
        link("Runbook", leads.runbook()).ifPresent(links::add);
        if (leads.acknowledge() != null) {
            link("Acknowledge", address(leads.acknowledge().page())).ifPresent(links::add);
        }
        return links;
    }

    private static Optional<Link> link(String label, @Nullable URI target) {
        return Optional.ofNullable(target)
                .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                .map(uri -> new Link(label, uri));
    }

    /** Null if it is none; the address is a secret, so nothing is said of it. */
    private static @Nullable URI address(Secret page) {
        try {
            return new URI(page.reveal());
        } catch (URISyntaxException quotesTheAddress) {
            return null;
        }
    }

    private static String number(String id) {
        Matcher matcher = NUMBER_AT_THE_END.matcher(id);
        return matcher.matches() ? "#" + matcher.group(1) : id;
    }
}
