package io.tidemark.channel.email;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One try to hand over one message. It may be broken off from another thread. */
final class Attempt implements Callable<Delivery> {
    private final MailComposer composer;
    private final PostOffice office;
    private final Message message;
    private final Memo memo;
    private final List<InternetAddress> recipients;

    private volatile @Nullable Socket connection;
    private volatile @Nullable SmtpTransport transport;
    private volatile boolean brokenOff;

    Attempt(MailComposer composer, PostOffice office, Message message) {
        this.composer = composer;
        this.office = office;
        this.message = message;
        this.memo = Memo.of(message);
        this.recipients = composer.letterhead().to().stream()
                .filter(recipient -> !memo.hasReached(recipient))
                .toList();
    }

    @Override
    public Delivery call() {
        if (recipients.isEmpty()) {
            return Delivery.delivered();
        }
        Delivery delivery = handOver(Form.FULL);
        // Not every server says beforehand how much it takes.
        return Verdict.isTooLarge(delivery) ? handOver(Form.BRIEF) : delivery;
    }

    /** Ends the conversation, wherever it is. */
    void breakOff() {
        brokenOff = true;
        Socket socket = connection;
        if (socket != null) {
            closeUnheard(socket);
        }
    }

    /** What is to be said of a conversation that was broken off. */
    Delivery overdue() {
        SmtpTransport current = transport;
        return noted(Verdict.overdue(current == null ? Step.OPENING : current.step()));
    }

    private Delivery handOver(Form most) {
        SmtpTransport current = new SmtpTransport(office.session(), office.server());
        transport = current;
        try (Socket socket = office.socket()) {
            watch(socket);
            office.open(current, socket);
            Optional<MimeMessage> mail = fitting(most, current.sizeLimit());
            if (mail.isEmpty()) {
                return Verdict.tooLarge(current.sizeLimit());
            }
            current.send(mail.get(), recipients);
            sayGoodbye(current);
            return new Outcome(memo, current.answers()).taken(composer.id(message));
        } catch (IOException | MessagingException failure) {
            return failed(current, failure);
        }
    }

    private void watch(Socket socket) throws SocketException {
        connection = socket;
        if (brokenOff) {
            throw new SocketException("The attempt was broken off");
        }
    }

    private Optional<MimeMessage> fitting(Form most, long limit) throws MessagingException {
        for (Form form : Form.values()) {
            if (form.compareTo(most) >= 0) {
                Mail mail = composer.compose(office.session(), message, memo, form);
                if (mail.octets() <= limit) {
                    return Optional.of(mail);
                }
            }
        }
        return Optional.empty();
    }

    private Delivery failed(SmtpTransport current, Exception failure) {
        if (current.step() == Step.RECIPIENTS && current.answers().size() == recipients.size()) {
            return new Outcome(memo, current.answers()).untaken(composer.id(message));
        }
        return noted(Verdict.of(current.reply(), failure, current.step()));
    }

    /** A mail that may have arrived is the one that later mails refer to. */
    private Delivery noted(Delivery delivery) {
        return delivery.maybeDuplicate()
                ? delivery.withMemo(
                        memo.after(composer.id(message), List.of(), List.of()).written())
                : delivery;
    }

    /** The mail is taken, whatever becomes of the connection. */
    private static void sayGoodbye(SmtpTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The server was quicker.
        }
    }

    private static void closeUnheard(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is to be of no use any more, and it is.
        }
    }
}
