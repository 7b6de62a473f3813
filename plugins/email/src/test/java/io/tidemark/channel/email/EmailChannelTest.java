package io.tidemark.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.testkit.ChannelContract;
import io.tidemark.channel.testkit.Messages;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a mail server that somebody else wrote. */
class EmailChannelTest extends ChannelContract {
    private static Certificate certificate;

    private final GreenMail mail = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});
    private final Map<String, String> changes = new HashMap<>();

    @Override
    protected ChannelFactory factory() {
        return new EmailChannelFactory();
    }

    @Override
    protected Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(mail.getSmtp().getPort()),
                "security", "none",
                "password", SECRET,
                "from", "Tidemark <tidemark@example.org>",
                "to", "ops@example.org, Data Base <dba@example.org>"));
        settings.putAll(changes);
        return settings;
    }

    @BeforeAll
    static void giveTheServerACertificate(@TempDir Path folder) throws Exception {
        certificate = Certificate.of("ip:127.0.0.1", folder);
        System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
    }

    @AfterAll
    static void takeTheCertificateBack() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @BeforeEach
    void startServer() {
        mail.start();
        mail.setUser("tidemark@example.org", SECRET);
    }

    @AfterEach
    void stopServer() {
        mail.stop();
    }

    @Test
    void deliver_reachesEveryRecipient() throws Exception {
        Delivery delivery = deliver(Messages.firing());
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.DELIVERED);
        assertThat(delivery.status()).isEqualTo(250);
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getHeader("To", ",")).isEqualTo("ops@example.org, Data Base <dba@example.org>");
        assertThat(received[0].getSubject()).isEqualTo("[tidemark] merge.apply on main: threshold exceeded (#8431)");
    }

    @Test
    void deliver_logsInUnderAnotherNameIfThereIsOne() throws Exception {
        mail.setUser("robot@example.org", "robot", "other");
        changes.putAll(Map.of("username", "robot", "password", "other"));
        assertThat(deliver(Messages.firing()).outcome()).isEqualTo(Delivery.Outcome.DELIVERED);
    }

    @Test
    void deliver_reportsAPasswordThatTheServerDoesNotTake() throws Exception {
        changes.put("password", "wrong");
        Delivery delivery = deliver(Messages.firing());
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("smtp_535");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void deliver_speaksTlsFromTheStart() throws Exception {
        changes.put("port", Integer.toString(mail.getSmtps().getPort()));
        changes.put("security", "tls");
        changes.put("ca-certificate", certificate.pem());
        assertThat(deliver(Messages.firing()).outcome()).isEqualTo(Delivery.Outcome.DELIVERED);
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }
}
