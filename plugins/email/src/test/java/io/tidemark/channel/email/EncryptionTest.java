package io.tidemark.channel.email;

import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STARTTLS, which a careless client can be talked out of. */
class EncryptionTest {
    private static Certificate right;
    private static Certificate ofAnotherName;

    private ScriptedSmtpServer server;
    private Sending sending;

    @BeforeAll
    static void makeCertificates(@TempDir Path one, @TempDir Path two) throws Exception {
        right = Certificate.of("ip:127.0.0.1", one);
        ofAnotherName = Certificate.of("dns:relay.example.org", two);
    }

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedSmtpServer().offering("STARTTLS", "AUTH PLAIN");
        sending = new Sending(server, "ops@example.org")
                .with("security", "starttls")
                .with("password", "secret")
                .with("time-limit", "20s");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void starttls_comesBeforePasswordAndMail() throws Exception {
        server.with(right);
        assertThat(sending.with("ca-certificate", right.pem()).attempt().outcome())
                .isEqualTo(DELIVERED);
        assertThat(server.commands()).startsWith("EHLO example.org", "STARTTLS", "EHLO example.org");
        assertThat(server.commands().get(3)).startsWith("AUTH PLAIN");
    }

    @Test
    void starttls_thatIsNotOfferedIsMissed() throws Exception {
        server.offering("AUTH PLAIN");
        Delivery delivery = sending.attempt();
        assertThat(delivery.outcome()).isEqualTo(CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("starttls_missing");
        assertThat(server.commands()).containsExactly("EHLO example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 4.7.0 not now", "502 5.5.1 what"})
    void starttls_thatFailsSendsNothingInTheClear(String answer) throws Exception {
        server.answering("STARTTLS", answer);
        assertThat(sending.attempt().outcome()).isEqualTo(answer.startsWith("4") ? RETRY_LATER : CHANNEL_DOWN);
        assertThat(server.commands()).containsExactly("EHLO example.org", "STARTTLS");
    }

    @Test
    void certificate_thatNobodyTrustsIsNotTaken() throws Exception {
        server.with(right);
        assertUntrusted(sending.attempt());
    }

    @Test
    void certificate_ofAnotherNameIsNotTaken() throws Exception {
        server.with(ofAnotherName);
        assertUntrusted(sending.with("ca-certificate", ofAnotherName.pem()).attempt());
    }

    @Test
    void tls_fromTheStartChecksTheNameToo() throws Exception {
        ScriptedSmtpServer plain = server;
        assertUntrusted(
                new Sending(plain, "ops@example.org").with("security", "tls").attempt());
    }

    private void assertUntrusted(Delivery delivery) {
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("tls");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }
}
