package io.tidemark.channel.email;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * The server that takes the mails, and how it is spoken to.
 *
 * @param host its name or address
 * @param port its port
 * @param security how the conversation is encrypted
 * @param caller who calls
 * @param limits how long it may take
 */
record SmtpServer(String host, int port, Security security, Caller caller, Limits limits) {
    /**
     * Who calls, and whom the caller trusts.
     *
     * @param name what the caller calls itself
     * @param credentials who logs in, if the server asks for that
     * @param tls makes the encrypted sockets, with the certificates that are trusted
     */
    record Caller(String name, Optional<Credentials> credentials, SSLSocketFactory tls) {}

    /**
     * How long a mail may take.
     *
     * @param connect until the connection stands
     * @param mail from the look-up of the name to the last answer
     */
    record Limits(Duration connect, Duration mail) {}

    /** What Jakarta Mail is to know; the sockets are made here, and so are the time limits. */
    Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", caller.name());
        properties.put("mail.smtp.auth", Boolean.toString(caller.credentials().isPresent()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", caller.tls());
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }
}
