package io.tidemark.channel.email;

import io.tidemark.channel.Message;
import io.tidemark.channel.Trend;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Makes a mail of a message: the same bytes for the same message. */
final class MailComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private final Letterhead letterhead;

    MailComposer(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    Letterhead letterhead() {
        return letterhead;
    }

    /**
     * The id of a message's mail, with its angle brackets. Ids of messages count from one in each installation, and
     * servers drop mails whose id they know, hence the time.
     */
    String id(Message message) {
        return "<" + local(message) + "@" + letterhead.domain() + ">";
    }

    Mail compose(Session session, Message message, Memo memo, Form form) throws MessagingException {
        Mail mail = new Mail(session, id(message));
        mail.setHeader("Date", DATE.format(message.at().atOffset(ZoneOffset.UTC)));
        mail.address(letterhead, Wording.subject(letterhead.subjectPrefix(), message));
        String parent = memo.parentOf(id(message));
        if (parent != null) {
            mail.setHeader("In-Reply-To", parent);
            mail.setHeader("References", parent);
        }
        // RFC 3834, and what Exchange goes by: nobody's holiday note is to answer an alert.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Tidemark-Alert", message.alertId());
        fill(mail, message, form);
        mail.saveChanges();
        return mail;
    }

    private void fill(Mail mail, Message message, Form form) throws MessagingException {
        if (form == Form.BRIEF) {
            mail.setText(PlainBody.of(message, Excerpt.brief(message)), StandardCharsets.UTF_8.name());
            mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
            return;
        }
        Excerpt excerpt = Excerpt.of(message);
        MimeBodyPart plain = Parts.text(PlainBody.of(message, excerpt), "plain");
        Optional<byte[]> picture = form == Form.FULL ? picture(message) : Optional.empty();
        String contentId = "trend." + local(message) + "@" + letterhead.domain();
        MimeBodyPart page = Parts.text(HtmlBody.of(message, excerpt, picture.isPresent() ? contentId : null), "html");
        MimeBodyPart rich = picture.isPresent()
                ? Parts.related(page, Parts.picture(picture.get(), contentId)).asPart()
                : page;
        mail.setContent(Parts.alternative(plain, rich));
    }

    private static Optional<byte[]> picture(Message message) {
        Trend trend = message.content().trend();
        return trend == null ? Optional.empty() : TrendPicture.png(trend, Colour.of(message));
    }

    /** Letters, digits, hyphen and underscore stay; an id may hold more than RFC 5322 allows between the brackets. */
    private static String local(Message message) {
        StringBuilder local = new StringBuilder();
        message.id()
                .chars()
                .forEach(character -> local.append(
                        Character.isLetterOrDigit(character) || character == '-' || character == '_'
                                ? Character.toString(character)
                                : "=%02X".formatted(character)));
        return local.append('.')
                .append(Long.toString(message.at().toEpochMilli(), 36))
                .toString();
    }
}
