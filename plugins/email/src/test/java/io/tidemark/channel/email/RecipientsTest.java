package io.tidemark.channel.email;

import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static io.tidemark.channel.Delivery.Outcome.REFUSED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static io.tidemark.channel.email.ScriptedSmtpServer.DOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several recipients, each with an answer of its own. */
class RecipientsTest {
    private static final String ANN = "RCPT TO:<ann@example.org>";
    private static final String BOB = "RCPT TO:<bob@example.org>";
    private static final String EVE = "RCPT TO:<eve@example.org>";
    private static final String BUSY = "450 4.2.0 busy";
    private static final String NOBODY = "550 5.1.1 nobody";
    private static final String FULL = "552 5.2.2 mailbox full";

    private ScriptedSmtpServer server;
    private Sending sending;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedSmtpServer();
        sending = new Sending(server, "ann@example.org, bob@example.org, Eve <eve@example.org>")
                .with("time-limit", "20s");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void recipientThatIsGone_isNamedAndDropped() throws InterruptedException {
        server.answering(BOB, NOBODY);
        Delivery delivery = sending.attempt();
        assertThat(delivery.outcome()).isEqualTo(DELIVERED);
        assertThat(delivery.reason()).isEqualTo("delivered_to_some");
        assertThat(delivery.detail())
                .contains("bob@example.org (550 5.1.1 nobody)")
                .doesNotContain("ann@", "eve@");
    }

    @Test
    void recipientThatIsBusy_isTheOnlyOneToBeTriedAgain() throws InterruptedException {
        server.answering(BOB, BUSY, "250 2.1.5 fine").answering(EVE, NOBODY);
        Delivery first = sending.attempt();
        assertThat(first.outcome()).isEqualTo(RETRY_LATER);
        assertThat(first.detail()).contains("bob@example.org (450 4.2.0 busy)");
        Delivery second = sending.attempt();
        assertThat(second.outcome()).isEqualTo(DELIVERED);
        assertThat(server.commands("RCPT")).containsExactly(ANN, BOB, EVE, BOB, EVE);
        assertThat(server.mails()).hasSize(2).containsOnly(server.mails().get(0));
    }

    @Test
    void recipientThatTurnsOutToBeGone_doesNotUndoTheOthers() throws InterruptedException {
        server.answering(BOB, BUSY, NOBODY);
        sending.attempt();
        Delivery second = sending.attempt();
        assertThat(second.outcome()).isEqualTo(DELIVERED);
        assertThat(second.detail()).contains("bob@example.org");
    }

    @Test
    void nextMessage_goesToEverybodyAgain() throws InterruptedException {
        server.answering(BOB, BUSY, "250 2.1.5 fine");
        sending.attempt("m-1");
        sending.attempt("m-1");
        sending.attempt("m-2");
        assertThat(server.commands("RCPT")).containsExactly(ANN, BOB, EVE, BOB, ANN, BOB, EVE);
    }

    @Test
    void mailThatIsNotTaken_hasReachedNobody() throws InterruptedException {
        server.answering(BOB, BUSY, "250 2.1.5 fine").answering(DOT, "451 4.3.0 later", "250 2.0.0 taken");
        assertThat(sending.attempt().outcome()).isEqualTo(RETRY_LATER);
        sending.attempt();
        assertThat(server.commands("RCPT")).containsExactly(ANN, BOB, EVE, ANN, BOB, EVE);
    }

    @Test
    void fullMailbox_isTriedOnceMoreAndThenDropped() throws InterruptedException {
        server.answering(BOB, FULL);
        assertThat(sending.attempt().outcome()).isEqualTo(RETRY_LATER);
        Delivery second = sending.attempt();
        assertThat(second.outcome()).isEqualTo(DELIVERED);
        assertThat(second.detail()).contains("bob@example.org (552 5.2.2 mailbox full)");
    }

    @Test
    void everybodyGone_isARefusal() throws InterruptedException {
        server.answering("RCPT", NOBODY);
        Delivery delivery = sending.attempt();
        assertThat(delivery.outcome()).isEqualTo(REFUSED);
        assertThat(delivery.detail()).contains("ann@example.org", "bob@example.org", "eve@example.org");
        assertThat(server.commands("DATA")).isEmpty();
    }

    @Test
    void everybodyRefusedByPolicy_isAChannelThatIsDown() throws InterruptedException {
        server.answering("RCPT", "554 5.7.1 relay access denied");
        assertThat(sending.attempt().outcome()).isEqualTo(CHANNEL_DOWN);
    }

    @Test
    void oneBusyAndTheOthersGone_isTriedAgain() throws InterruptedException {
        server.answering("RCPT", NOBODY, BUSY, NOBODY, NOBODY, "250 2.1.5 fine", NOBODY);
        assertThat(sending.attempt().outcome()).isEqualTo(RETRY_LATER);
        assertThat(sending.attempt().outcome()).isEqualTo(DELIVERED);
    }

    @Test
    void throttlingInTheMiddle_sendsToNobody() throws InterruptedException {
        server.answering(BOB, "421 4.7.0 too many");
        assertThat(sending.attempt().reason()).isEqualTo("smtp_421");
        assertThat(server.commands("DATA")).isEmpty();
    }

    @Test
    void memo_ofAHundredRecipientsIsNotTooLong() throws InterruptedException {
        String hundred = IntStream.range(0, 100)
                .mapToObj(number -> "on-call-" + number + "@team.example.org")
                .collect(Collectors.joining(","));
        server.answering("RCPT TO:<on-call-99@", BUSY);
        Sending toAll = new Sending(server, hundred).with("time-limit", "20s");
        Delivery delivery = toAll.attempt("~".repeat(128));
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.memo())
                .hasSizeLessThanOrEqualTo(Delivery.MEMO_LIMIT)
                .doesNotContain("on-call");
        toAll.attempt("~".repeat(128));
        assertThat(server.commands("RCPT")).hasSize(101);
    }
}
