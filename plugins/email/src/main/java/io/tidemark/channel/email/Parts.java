package io.tidemark.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/** Parts of a mail that belong together. The line between them is always the same, and so are the bytes of the mail. */
final class Parts extends MimeMultipart {
    private Parts(String type, BodyPart... parts) throws MessagingException {
        super(type, parts);
        ContentType full = new ContentType(contentType);
        // An equals sign and an underscore in a row: neither base64 nor quoted-printable can hold them.
        full.setParameter("boundary", "=_tidemark_" + type);
        contentType = full.toString();
    }

    /** The same in several ways, the one that says most last (RFC 2046, section 5.1.4). */
    static Parts alternative(BodyPart... ways) throws MessagingException {
        return new Parts("alternative", ways);
    }

    /** A page and what is shown in it. */
    static Parts related(BodyPart page, BodyPart shown) throws MessagingException {
        Parts related = new Parts("related", page, shown);
        ContentType full = new ContentType(related.contentType);
        // RFC 2387, section 3.1: the type of the part that is shown first.
        full.setParameter("type", "text/html");
        related.contentType = full.toString();
        return related;
    }

    /** Text of this subtype, in letters that every server lets through and lines that none breaks. */
    static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    static MimeBodyPart picture(byte[] png, String contentId) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID("<" + contentId + ">");
        part.setDisposition(Part.INLINE);
        part.setFileName("trend.png");
        return part;
    }

    /** These parts as one part of others. */
    MimeBodyPart asPart() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(this);
        return part;
    }
}
