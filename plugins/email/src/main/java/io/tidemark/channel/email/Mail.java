package io.tidemark.channel.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail that keeps its id over all attempts, so that a second copy can be known for one. */
final class Mail extends MimeMessage {
    private final String id;

    Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** The letterhead, and the subject on it. */
    void address(Letterhead letterhead, String subject) throws MessagingException {
        setFrom(letterhead.from());
        setRecipients(RecipientType.TO, letterhead.to().toArray(InternetAddress[]::new));
        if (!letterhead.replyTo().isEmpty()) {
            setReplyTo(letterhead.replyTo().toArray(InternetAddress[]::new));
        }
        setSubject(subject, StandardCharsets.UTF_8.name());
    }

    /** How many octets go over the wire. */
    long octets() throws MessagingException {
        AtomicLong octets = new AtomicLong();
        try {
            writeTo(new OutputStream() {
                @Override
                public void write(int octet) {
                    octets.incrementAndGet();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    octets.addAndGet(length);
                }
            });
        } catch (IOException impossible) {
            throw new MessagingException("counting cannot fail", impossible);
        }
        return octets.get();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
