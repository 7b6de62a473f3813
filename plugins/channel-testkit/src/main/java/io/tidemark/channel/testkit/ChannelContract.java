package io.tidemark.channel.testkit;

import static io.tidemark.channel.Delivery.Outcome.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Message.Severity;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every channel. One test for each sentence; a channel's own test class extends this one. */
public abstract class ChannelContract extends SettingsContract {
    @TestFactory
    Stream<DynamicTest> deliver_deliversEveryKindAndSeverity() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Severity.values()).map(severity -> Messages.of(kind, severity)))
                .map(message -> delivered(message.kind() + " " + message.severity(), message));
    }

    @TestFactory
    Stream<DynamicTest> deliver_deliversHostileText() {
        return Messages.hostile().map(message -> delivered("hostile text", message));
    }

    @Test
    void deliver_deliversAMessageOfOnlyATitle() throws InterruptedException {
        assertThat(deliver(Messages.bare()).outcome()).isEqualTo(DELIVERED);
    }

    /** The host keeps a memo through a restart, and the daemon next door may be the one to use it. */
    @Test
    void deliver_takesBackItsMemoThroughTheLifeOfAnAlert() throws InterruptedException {
        String memo = null;
        for (Kind kind : List.of(Kind.FIRING, Kind.FIRING, Kind.ACKNOWLEDGED, Kind.FIRING, Kind.RESOLVED)) {
            Delivery delivery = deliver(withMemo(Messages.of(kind, Severity.CRITICAL), memo));
            assertThat(delivery.outcome()).as(kind + " with memo " + memo).isEqualTo(DELIVERED);
            memo = delivery.memo() == null ? memo : delivery.memo();
        }
    }

    /** Another version of the channel may have written it. */
    @TestFactory
    Stream<DynamicTest> deliver_deliversInSpiteOfAMemoThatItCannotRead() {
        return Messages.hostileMemos()
                .flatMap(memo -> Stream.of(Kind.FIRING, Kind.RESOLVED)
                        .map(kind -> delivered(
                                kind + " with a memo of " + memo.length() + " characters",
                                withMemo(Messages.of(kind, Severity.WARNING), memo))));
    }

    @Test
    void deliver_isSafeFromTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Channel channel = create(settings())) {
            Callable<Delivery> attempt = () -> channel.deliver(Messages.firing());
            List<Callable<Delivery>> attempts =
                    IntStream.range(0, 20).mapToObj(any -> attempt).toList();
            for (Future<Delivery> delivery : threads.invokeAll(attempts)) {
                assertThat(delivery.get().outcome()).isEqualTo(DELIVERED);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void deliver_doesNotSwallowAnInterrupt() {
        try (Channel channel = create(settings())) {
            Thread.currentThread().interrupt();
            channel.deliver(Messages.firing());
            assertThat(Thread.currentThread().isInterrupted())
                    .as("still interrupted")
                    .isTrue();
        } catch (InterruptedException passedOn) {
            assertThat(passedOn).isNotNull();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void messagesPerMinute_isOneOrMore() {
        try (Channel channel = create(settings())) {
            assertThat(channel.messagesPerMinute()).isPositive();
        }
    }

    @Test
    void close_isHarmlessTwice() {
        Channel channel = create(settings());
        channel.close();
        assertThatCode(channel::close).doesNotThrowAnyException();
    }

    private DynamicTest delivered(String name, Message message) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(deliver(message).outcome()).isEqualTo(DELIVERED));
    }
}
