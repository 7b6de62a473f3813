package io.tidemark.channel.testkit;

import static io.tidemark.channel.Delivery.DETAIL_LIMIT;
import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.REFUSED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpDelivery;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What also holds for every channel that calls its receiver with {@link ChannelHost#http()}. */
public abstract class HttpChannelContract extends ChannelContract {
    /** What a silent receiver costs the test; anything that answers is far faster. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Receiver receiver = Receiver.open(Reply.close());

    /** Settings that lead to this receiver, whose address holds the {@link #SECRET}. */
    protected abstract Map<String, String> settingsFor(URI address);

    /** What the receiver answers when it takes a message. */
    protected abstract Reply success();

    /** What a status means when the body explains nothing. To be overridden where the receiver's manual differs. */
    protected Delivery.Outcome meaningOf(int status) {
        return switch (status) {
            case 301, 401, 403 -> CHANNEL_DOWN;
            case 408, 425, 429, 500, 502, 503, 504 -> RETRY_LATER;
            default -> REFUSED;
        };
    }

    /** The receiver of the running test. */
    protected final Receiver receiver() {
        return receiver;
    }

    @Override
    protected final Map<String, String> settings() {
        return settingsFor(receiver.uri("/hook/" + SECRET));
    }

    @Override
    protected final ChannelHost host() {
        return KitHost.with(new PlainHttpSender(PATIENCE));
    }

    @BeforeEach
    final void takeEverything() {
        receiver.replyWith(success());
    }

    @AfterEach
    final void closeReceiver() {
        receiver.close();
    }

    @Test
    void create_callsNobody() {
        create(settings()).close();
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void deliver_sendsTheSameBytesForTheSameMessage() throws InterruptedException {
        try (Channel channel = create(settings())) {
            channel.deliver(Messages.firing());
            channel.deliver(Messages.firing());
        }
        assertThat(receiver.requests()).extracting(Request::body).hasSize(2).containsOnly(onlyBody());
    }

    @TestFactory
    Stream<DynamicTest> deliver_classifiesEveryStatus() {
        return IntStream.of(301, 400, 401, 403, 404, 405, 408, 410, 413, 422, 425, 429, 500, 501, 502, 503, 504)
                .mapToObj(status -> DynamicTest.dynamicTest("status " + status, () -> {
                    Delivery delivery = deliverTo(Reply.of(status, "no"));
                    assertThat(delivery.outcome()).isEqualTo(meaningOf(status));
                    assertThat(delivery.status()).isEqualTo(status);
                }));
    }

    @Test
    void deliver_followsNoRedirect() throws InterruptedException {
        deliverTo(Reply.of(307, "").withHeaders(Map.of("Location", "/elsewhere")));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void deliver_passesOnAPauseInSeconds() throws InterruptedException {
        assertThat(throttled("30").retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void deliver_passesOnAPauseUntilADate() throws InterruptedException {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                KitHost.NOW.plusSeconds(60).atOffset(ZoneOffset.UTC));
        assertThat(throttled(inAMinute).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @TestFactory
    Stream<DynamicTest> deliver_survivesAnAbsurdPause() {
        return Stream.of("99999999999999999999999", "-1", "soon", "", "Fri, 31 Dec 9999 23:59:59 GMT")
                .map(pause -> DynamicTest.dynamicTest(
                        "Retry-After: " + pause,
                        () -> assertThat(throttled(pause).retryAfter())
                                .satisfiesAnyOf(
                                        none -> assertThat(none).isNull(),
                                        some -> assertThat(some)
                                                .isBetween(Duration.ZERO, HttpDelivery.LONGEST_RETRY_AFTER))));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheConnectionEndsBeforeTheAnswer() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.close());
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheAnswerDoesNotComeInTime() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.silence());
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @Test
    void deliver_hasNotDeliveredWhenNobodyListens() throws InterruptedException {
        receiver.close();
        Delivery delivery = deliver(Messages.firing());
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isFalse();
    }

    @Test
    void deliver_doesNotQuoteASecretThatTheReceiverQuotes() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(400, "Cannot POST /hook/" + SECRET));
        assertThat(delivery.detail()).doesNotContain(SECRET);
    }

    /** A detail is cut: what was masked only afterwards would leave the first half of a secret at its end. */
    @Test
    void deliver_doesNotQuoteHalfASecret() throws InterruptedException {
        for (int before = DETAIL_LIMIT - 80; before <= DETAIL_LIMIT; before += 4) {
            Delivery delivery = deliverTo(Reply.of(400, "x".repeat(before) + SECRET));
            assertThat(delivery.detail()).doesNotContain(SECRET.substring(0, 8));
        }
    }

    @Test
    void deliver_triesOnce() throws InterruptedException {
        deliverTo(Reply.of(503, "no"));
        assertThat(receiver.requests()).hasSize(1);
    }

    /** Delivers an ordinary message to a receiver that gives this reply. */
    protected final Delivery deliverTo(Reply reply) throws InterruptedException {
        receiver.replyWith(reply);
        return deliver(Messages.firing());
    }

    private Delivery throttled(String retryAfter) throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(429, "no").withHeaders(Map.of("Retry-After", retryAfter)));
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        return delivery;
    }

    private String onlyBody() {
        return receiver.requests().get(0).body();
    }
}
