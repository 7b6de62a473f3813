package io.tidemark.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with a server, for one mail. It asks for each recipient on its own, sends the mail to those that were
 * taken, and knows how far it came: what Jakarta Mail says in exceptions does not tell before the final dot from after it.
 */
final class SmtpTransport extends SMTPTransport {
    /** The server does not offer STARTTLS, or somebody between it and us took the offer out. */
    static final class NotEncryptedException extends MessagingException {
        private static final long serialVersionUID = 1;

        NotEncryptedException() {
            super("The server does not offer STARTTLS");
        }
    }

    private final SmtpServer server;
    private final Map<InternetAddress, Reply> answers = new LinkedHashMap<>();
    private List<InternetAddress> recipients = List.of();
    private volatile Step step = Step.OPENING;

    SmtpTransport(Session session, SmtpServer server) {
        super(session, url(server));
        this.server = server;
    }

    /** Greets the server over a connection that stands, and logs in. */
    void open(Socket socket) throws MessagingException {
        connect(socket);
    }

    /** Hands over the mail; throws unless the server took it for at least one recipient. */
    void send(MimeMessage mail, List<InternetAddress> to) throws MessagingException {
        recipients = List.copyOf(to);
        sendMessage(mail, recipients.toArray(InternetAddress[]::new));
    }

    Step step() {
        return step;
    }

    /** What the server said to the last command. */
    Reply reply() {
        String lines = getLastServerResponse();
        return Reply.of(getLastReturnCode(), lines == null ? "" : lines);
    }

    /** What the server said to each recipient that it was asked for. */
    Map<InternetAddress, Reply> answers() {
        return answers;
    }

    /** The most octets that a mail may have; all of them if the server names no limit. */
    long sizeLimit() {
        String size = getExtensionParameter("SIZE");
        boolean limited = size != null && size.matches("0*[1-9][0-9]{0,17}");
        return limited ? Long.parseLong(size) : Long.MAX_VALUE;
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        boolean understood = super.ehlo(domain);
        if (server.security() == Security.STARTTLS && !isSSL() && !supportsExtension("STARTTLS")) {
            throw new NotEncryptedException();
        }
        return understood;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        step = Step.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        step = Step.RECIPIENTS;
        for (InternetAddress recipient : recipients) {
            simpleCommand("RCPT TO:<" + recipient.getAddress() + ">");
            Reply reply = reply();
            if (reply.code() == 421 || reply.code() < 200) {
                throw new MessagingException("The server ends the conversation");
            }
            answers.put(recipient, reply);
        }
        if (answers.values().stream().noneMatch(Reply::isPositive)) {
            throw new MessagingException("The server takes no recipient");
        }
        step = Step.CONTENT;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        step = Step.ACCEPTANCE;
        super.finishData();
    }

    /** The connection ends with its mail, so there is nothing to reset; the refusal stays the last reply. */
    @Override
    public synchronized void issueCommand(String command, int expected) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expected);
        }
    }

    private static URLName url(SmtpServer server) {
        return new URLName(
                "smtp",
                server.host(),
                server.port(),
                null,
                server.caller().credentials().map(Credentials::user).orElse(null),
                server.caller()
                        .credentials()
                        .map(credentials -> credentials.password().reveal())
                        .orElse(null));
    }
}
