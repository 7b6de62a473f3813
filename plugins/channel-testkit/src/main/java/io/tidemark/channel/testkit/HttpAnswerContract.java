package io.tidemark.channel.testkit;

import static io.tidemark.channel.Delivery.DETAIL_LIMIT;
import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpDelivery;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a channel makes of the answers of its receiver. */
abstract class HttpAnswerContract extends HttpFixture {
    private static final int[] STATUSES = {
        301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 410, 413, 422, 425, 429, 500, 501, 502, 503, 504
    };
    /** A proxy explains itself in HTML, a gateway in JSON, and some say nothing. */
    private static final List<String> BODIES =
            List.of("no", "", "<html><body>Bad\r\n\r\ngateway \u0000</body></html>", "{\"error\":{\"code\":17}}", "[");

    @TestFactory
    Stream<DynamicTest> deliver_classifiesEveryStatus() {
        return IntStream.of(STATUSES)
                .boxed()
                .flatMap(status -> BODIES.stream().map(body -> Reply.of(status, body)))
                .map(reply -> DynamicTest.dynamicTest("status " + reply.status() + " " + reply.body(), () -> {
                    Delivery delivery = deliverTo(reply);
                    assertThat(delivery.outcome()).isEqualTo(meaningOf(reply.status()));
                    assertThat(delivery.status()).isEqualTo(reply.status());
                }));
    }

    @Test
    void deliver_isDownWhereRedirectsLeadElsewhere() throws InterruptedException {
        try (Receiver elsewhere = Receiver.open(success())) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                String location = elsewhere.uri("/stolen").toString();
                Delivery delivery = deliverTo(Reply.of(status, "").withHeaders(Map.of("Location", location)));
                assertThat(delivery.outcome()).isEqualTo(CHANNEL_DOWN);
            }
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void deliver_passesOnAPauseInSeconds() throws InterruptedException {
        assertThat(throttled(429, "30").retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(throttled(503, "45").retryAfter()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void deliver_passesOnAPauseUntilADate() throws InterruptedException {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                KitHost.NOW.plusSeconds(60).atOffset(ZoneOffset.UTC));
        assertThat(throttled(429, inAMinute).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @TestFactory
    Stream<DynamicTest> deliver_survivesAnAbsurdPause() {
        return Stream.of("99999999999999999999999", "-1", "soon", "", "Fri, 31 Dec 9999 23:59:59 GMT")
                .map(pause -> DynamicTest.dynamicTest(
                        "Retry-After: " + pause,
                        () -> assertBounded(throttled(429, pause).retryAfter())));
    }

    @Test
    void deliver_needsNoWordOfAPause() throws InterruptedException {
        assertBounded(deliverTo(Reply.of(429, "no")).retryAfter());
    }

    @Test
    void deliver_readsAnAnswerInChunks() throws InterruptedException {
        assertThat(deliverTo(success().chunked()).outcome()).isEqualTo(DELIVERED);
    }

    @Test
    void deliver_readsACompressedAnswer() throws InterruptedException {
        assertThat(deliverTo(success().compressed()).outcome()).isEqualTo(DELIVERED);
    }

    @Test
    void deliver_doesNotQuoteASecretThatTheReceiverQuotes() throws InterruptedException {
        for (int status : new int[] {400, 403, 404, 500}) {
            Delivery delivery = deliverTo(Reply.of(status, "Cannot POST /hook/" + SECRET));
            assertThat(delivery.detail()).doesNotContain(SECRET);
        }
    }

    /** Some receivers send back what they could not read. */
    @Test
    void deliver_doesNotQuoteHowTheAlertIsAcknowledged() throws InterruptedException {
        deliverTo(Reply.of(
                400,
                "Cannot read %s and %s"
                        .formatted(
                                Messages.ACKNOWLEDGE.page().reveal(),
                                Messages.ACKNOWLEDGE.token().reveal())));
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
        assertThat(receiver().requests()).hasSize(1);
    }

    private Delivery throttled(int status, String retryAfter) throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(status, "no").withHeaders(Map.of("Retry-After", retryAfter)));
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        return delivery;
    }

    private static void assertBounded(@Nullable Duration pause) {
        assertThat(pause)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        some -> assertThat(some).isBetween(Duration.ZERO, HttpDelivery.LONGEST_RETRY_AFTER));
    }
}
