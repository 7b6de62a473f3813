package io.tidemark.channel.testkit;

import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Delivery;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What also holds for every channel that calls its receiver with {@link ChannelHost#http()}. */
public abstract class HttpChannelContract extends HttpAnswerContract {
    @Test
    void create_callsNobody() {
        create(settings()).close();
        assertThat(receiver().connections()).isZero();
    }

    @Test
    void deliver_sendsTheSameBytesForTheSameMessage() throws InterruptedException {
        try (Channel channel = create(settings())) {
            channel.deliver(Messages.firing());
            channel.deliver(Messages.firing());
        }
        assertThat(receiver().requests())
                .extracting(Request::body)
                .hasSize(2)
                .containsOnly(receiver().requests().get(0).body());
    }

    /** Whatever the limits are, each is met at both halves of a character that takes two. */
    @TestFactory
    Stream<DynamicTest> deliver_cutsNoCharacterInHalf() {
        return Stream.of(50, 200, 1_000, 5_000, 30_000, 200_000)
                .flatMap(length -> Stream.of("", "a").map(shift -> shift + "🌊".repeat(length)))
                .map(text -> DynamicTest.dynamicTest(text.length() + " characters", () -> {
                    deliver(Messages.saying(Content.of(text, text, List.of(new Fact(text, text)))));
                    List<Request> requests = receiver().requests();
                    assertThat(requests.get(requests.size() - 1).body())
                            .doesNotContain("\uFFFD")
                            .doesNotContainPattern(
                                    "(?i)\\\\ud[89ab]..(?!\\\\ud[c-f])|(?<!\\\\ud[89ab][0-9a-f]{2})\\\\ud[c-f]");
                }));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheConnectionEndsBeforeTheAnswer() throws InterruptedException {
        assertMayHaveArrived(deliverTo(Reply.close()));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheConnectionIsReset() throws InterruptedException {
        assertMayHaveArrived(deliverTo(Reply.reset()));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheHeadOfTheAnswerBreaksOff() throws InterruptedException {
        assertMayHaveArrived(deliverTo(success().brokenInTheHead()));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheAnswerDoesNotComeInTime() throws InterruptedException {
        assertMayHaveArrived(deliverImpatientlyTo(Reply.silence()));
    }

    @Test
    void deliver_mayHaveDeliveredWhenTheHeadOfTheAnswerDrips() throws InterruptedException {
        assertMayHaveArrived(deliverImpatientlyTo(success().drippingHead()));
    }

    /** The status was seen, but where the body counts, too, that is half an answer. */
    @Test
    void deliver_hasDeliveredOrMayHaveWhenTheBodyOfTheAnswerBreaksOff() throws InterruptedException {
        assertDeliveredOrMaybe(deliverTo(success().brokenInTheBody()));
    }

    @Test
    void deliver_hasDeliveredOrMayHaveWhenTheBodyOfTheAnswerDrips() throws InterruptedException {
        assertDeliveredOrMaybe(deliverImpatientlyTo(success().drippingBody()));
    }

    @Test
    void deliver_hasNotDeliveredWhenNobodyListens() throws InterruptedException {
        receiver().close();
        assertNotSent(deliver(Messages.firing()));
    }

    @Test
    void deliver_deliversToAReceiverWithAGoodCertificate() throws InterruptedException {
        encrypt(Identity.GOOD);
        assertThat(deliver(Messages.firing()).outcome()).isEqualTo(DELIVERED);
    }

    @TestFactory
    Stream<DynamicTest> deliver_sendsNothingToAReceiverWithABadCertificate() {
        return Stream.of(Identity.SELF_SIGNED, Identity.EXPIRED, Identity.OTHER_NAME)
                .map(identity -> DynamicTest.dynamicTest("certificate " + identity, () -> {
                    encrypt(identity);
                    assertNotSent(deliver(Messages.firing()));
                    assertThat(receiver().requests()).isEmpty();
                }));
    }

    private static void assertNotSent(Delivery delivery) {
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isFalse();
    }

    private static void assertDeliveredOrMaybe(Delivery delivery) {
        assertThat(delivery.outcome() == DELIVERED || delivery.maybeDuplicate())
                .as("delivered or maybe so: %s", delivery)
                .isTrue();
    }
}
