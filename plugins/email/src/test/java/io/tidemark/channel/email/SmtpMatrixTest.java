package io.tidemark.channel.email;

import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static io.tidemark.channel.Delivery.Outcome.REFUSED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static io.tidemark.channel.email.ScriptedSmtpServer.BANNER;
import static io.tidemark.channel.email.ScriptedSmtpServer.CONTENT;
import static io.tidemark.channel.email.ScriptedSmtpServer.DOT;
import static io.tidemark.channel.email.ScriptedSmtpServer.DROP;
import static io.tidemark.channel.email.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may answer to one recipient, at each step. */
class SmtpMatrixTest {
    private static final String ONE = "ops@example.org";

    private ScriptedSmtpServer server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banner|421 too busy|RETRY_LATER|smtp_421",
                "banner|554 no service for you|CHANNEL_DOWN|smtp_554",
                "AUTH|535 5.7.8 bad credentials|CHANNEL_DOWN|smtp_535",
                "AUTH|534 5.7.9 too weak|CHANNEL_DOWN|smtp_534",
                "AUTH|454 4.7.0 try again|RETRY_LATER|smtp_454",
                "MAIL|530 5.7.0 log in first|CHANNEL_DOWN|smtp_530",
                "MAIL|550 5.1.8 unknown sender|CHANNEL_DOWN|smtp_550",
                "MAIL|451 4.3.0 later|RETRY_LATER|smtp_451",
                "MAIL|421 4.7.0 slow down|RETRY_LATER|smtp_421",
                "RCPT|450 4.2.0 busy|RETRY_LATER|recipients_later",
                "RCPT|451 4.7.1 greylisted|RETRY_LATER|recipients_later",
                "RCPT|421 4.7.0 slow down|RETRY_LATER|smtp_421",
                "RCPT|550 5.1.1 nobody|REFUSED|recipients_refused",
                "RCPT|550 5.7.1 no relaying|CHANNEL_DOWN|recipients_refused",
                "DATA|451 4.3.0 later|RETRY_LATER|smtp_451",
                "DATA|554 5.5.1 no valid recipients|REFUSED|smtp_554",
                "dot|451 4.3.0 later|RETRY_LATER|smtp_451",
                "dot|452 4.3.1 disk full|RETRY_LATER|smtp_452",
                "dot|552 5.2.2 mailbox full|RETRY_LATER|smtp_552",
                "dot|554 5.6.0 malformed|REFUSED|smtp_554",
                "dot|550 5.7.60 may not send as this sender|CHANNEL_DOWN|smtp_550"
            })
    void refusal_meansWhatItsCodeSays(String command, String answer, Outcome outcome, String reason) throws Exception {
        server.offering("AUTH PLAIN LOGIN").answering(command, answer);
        Delivery delivery = sending().with("password", "secret").attempt();
        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.reason()).isEqualTo(reason);
        assertThat(delivery.status()).isEqualTo(Integer.parseInt(answer.substring(0, 3)));
        assertThat(delivery.detail()).contains(answer);
        assertThat(delivery.maybeDuplicate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banner|421 too busy|PT5M",
                "RCPT|451 4.7.1 greylisted|PT5M",
                "dot|451 4.7.0 slow down|PT5M",
                "dot|451 4.3.0 later|",
                "RCPT|450 4.2.0 busy|"
            })
    void throttling_asksForARest(String command, String answer, Duration pause) throws Exception {
        server.answering(command, answer);
        assertThat(sending().attempt().retryAfter()).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {BANNER, "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void connectionThatEndsBeforeTheDot_isTriedAgain(String command) throws Exception {
        server.offering("AUTH LOGIN").answering(command, DROP);
        Delivery delivery = sending().with("password", "secret").attempt();
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("connection_lost");
        assertThat(delivery.maybeDuplicate()).isFalse();
    }

    /** A small mail is on its way with its dot before the client can see that nobody listens any more. */
    @Test
    void connectionThatEndsWithinTheMail_isTriedAgain() throws Exception {
        server.answering(CONTENT, DROP);
        assertThat(sending().attempt().outcome()).isEqualTo(RETRY_LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {BANNER, "EHLO", "MAIL", "RCPT", "DATA"})
    void silenceBeforeTheDot_isTriedAgain(String command) throws Exception {
        server.answering(command, HANG);
        Delivery delivery = impatient().attempt();
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("timeout");
        assertThat(delivery.maybeDuplicate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, HANG})
    void silenceAfterTheDot_mayHaveDeliveredAndTheNextAttemptHasTheSameId(String answer) throws Exception {
        server.answering(DOT, answer, "250 2.0.0 taken");
        Sending sending = impatient();
        Delivery delivery = sending.attempt();
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isTrue();
        assertThat(sending.with("time-limit", "20s").attempt().outcome()).isEqualTo(DELIVERED);
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(1)).isEqualTo(server.mails().get(0));
    }

    @Test
    void server_thatNobodyCanReachIsTriedAgain() throws Exception {
        server.close();
        Delivery delivery = sending().attempt();
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("connection_lost");
    }

    @Test
    void server_thatTalksNonsenseIsTriedAgain() throws Exception {
        server.answering(BANNER, "HTTP/1.1 400 Bad Request");
        assertThat(sending().attempt().outcome()).isEqualTo(RETRY_LATER);
    }

    @Test
    void server_thatKnowsOnlyHeloGetsTheMail() throws Exception {
        server.answering("EHLO", "502 5.5.1 unknown");
        assertThat(sending().attempt().outcome()).isEqualTo(DELIVERED);
    }

    @Test
    void server_isGreetedWithTheDomainOfTheSender() throws Exception {
        sending().attempt();
        assertThat(server.commands()).startsWith("EHLO example.org", "MAIL FROM:<tidemark@example.org>");
    }

    @Test
    void answerThatRepeatsThePassword_isCleaned() throws Exception {
        server.offering("AUTH PLAIN")
                .answering("AUTH", "535 5.7.8 no: hunter2hunter2 AHRpZGVtYXJrQGV4YW1wbGUub3JnAGh1bnRlcjJodW50ZXIy");
        Delivery delivery = sending().with("password", "hunter2hunter2").attempt();
        assertThat(delivery.detail()).contains("5.7.8 no: ***").doesNotContain("hunter2", "aHVudGVy", "AGh1bnRlcjJ");
    }

    @Test
    void size_thatIsTooSmallForThePictureLeavesItOut() throws Exception {
        sending().attempt();
        int full = server.mails().get(0).length();
        server.offering("SIZE " + (full - 1));
        assertThat(sending().attempt().outcome()).isEqualTo(DELIVERED);
        assertThat(server.mails().get(1)).contains("text/html").doesNotContain("image/png");
    }

    @Test
    void size_thatIsTooSmallForThePageLeavesTheText() throws Exception {
        server.offering("SIZE 1500");
        assertThat(sending().attempt().outcome()).isEqualTo(DELIVERED);
        assertThat(server.mails().get(0))
                .hasSizeLessThanOrEqualTo(1_500)
                .contains("CRITICAL: merge.apply is slow")
                .doesNotContain("text/html");
    }

    @Test
    void size_thatIsTooSmallForEverythingIsRefused() throws Exception {
        server.offering("SIZE 100");
        Delivery delivery = sending().attempt();
        assertThat(delivery.outcome()).isEqualTo(REFUSED);
        assertThat(delivery.reason()).isEqualTo("too_large");
        assertThat(delivery.detail()).contains("100 octets");
        assertThat(server.commands("MAIL")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAIL,552 5.3.4 too big", "dot,552 too big", "DATA,552 5.3.4 too big"})
    void mailThatTurnsOutTooLarge_isSentShortened(String command, String answer) throws Exception {
        server.answering(command, answer, command.equals("DATA") ? "354 go on" : "250 2.0.0 fine");
        assertThat(sending().attempt().outcome()).isEqualTo(DELIVERED);
        assertThat(server.mails().get(server.mails().size() - 1)).doesNotContain("text/html");
    }

    @Test
    void mailThatIsTooLargeInEveryForm_isRefused() throws Exception {
        server.answering(DOT, "552 5.3.4 too big");
        Delivery delivery = sending().attempt();
        assertThat(delivery.outcome()).isEqualTo(REFUSED);
        assertThat(delivery.reason()).isEqualTo("too_large");
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void loginThatTheServerCannotDo_takesTheChannelDown() throws Exception {
        server.offering("AUTH CRAM-MD5");
        Delivery delivery = sending().with("password", "secret").attempt();
        assertThat(delivery.outcome()).isEqualTo(CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("login_missing");
    }

    private Sending sending() {
        return new Sending(server, ONE).with("time-limit", "20s");
    }

    private Sending impatient() {
        return new Sending(server, ONE).with("time-limit", "300ms");
    }
}
