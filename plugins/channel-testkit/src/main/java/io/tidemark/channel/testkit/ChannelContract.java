package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
public abstract class ChannelContract {
    /** To be used as the value of every secret setting: nothing that the channel says may contain it. */
    protected static final String SECRET = "kit-secret-7f3a9c51e0";

    private static final String UNKNOWN = "no-such-key";

    /** The factory under test. */
    protected abstract ChannelFactory factory();

    /** Settings with which the channel delivers. */
    protected abstract Map<String, String> settings();

    /** The host of the channel. */
    protected ChannelHost host() {
        return KitHost.with(new PlainHttpSender(Duration.ofSeconds(5)));
    }

    /** Makes a channel as a host does it. */
    protected final Channel create(Map<String, String> settings) {
        ChannelConfig config = ChannelConfig.allowingPlainHttp("kit", settings);
        Channel channel = factory().create(config, host());
        config.check();
        return channel;
    }

    /** Makes a channel, delivers one message, and looks for the secret in what comes back. */
    protected final Delivery deliver(Message message) throws InterruptedException {
        try (Channel channel = create(settings())) {
            Delivery delivery = channel.deliver(message);
            assertThat(delivery.toString()).doesNotContain(SECRET);
            return delivery;
        }
    }

    @Test
    void type_isOneLowerCaseWord() {
        assertThat(factory().type()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void factory_isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelFactory.class).stream().map(ServiceLoader.Provider::type))
                .as("META-INF/services/io.tidemark.channel.ChannelFactory")
                .anyMatch(factory().getClass()::equals);
    }

    @Test
    void create_namesAnUnknownKey() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put(UNKNOWN, "value");
        assertThat(problems(settings)).singleElement().asString().contains(UNKNOWN);
    }

    @Test
    void create_namesAMissingKey() {
        for (String key : settings().keySet()) {
            Map<String, String> settings = new HashMap<>(settings());
            settings.remove(key);
            assertThat(problems(settings)).allMatch(problem -> problem.startsWith(key + ":"));
        }
    }

    @Test
    void create_namesAllProblemsTogether() {
        long required = settings().keySet().stream().filter(this::isRequired).count();
        assertThat(problems(Map.of(UNKNOWN, "1", "another-" + UNKNOWN, "2"))).hasSize((int) required + 2);
    }

    @Test
    void create_showsNoSecretWhenASettingIsBad() {
        settings().forEach((key, value) -> {
            if (value.contains(SECRET)) {
                Map<String, String> settings = new HashMap<>(settings());
                settings.put(key, "bad\u0007 " + SECRET);
                assertThat(problems(settings)).isNotEmpty().noneMatch(problem -> problem.contains(SECRET));
            }
        });
    }

    @Test
    void toString_showsNoSecret() {
        try (Channel channel = create(settings())) {
            assertThat(channel + " " + factory()).doesNotContain(SECRET);
        }
    }

    @TestFactory
    Stream<DynamicTest> deliver_deliversEveryKindAndSeverity() {
        return Stream.of(Message.Kind.values())
                .flatMap(kind -> Stream.of(Message.Severity.values()).map(severity -> Messages.of(kind, severity)))
                .map(message -> delivered(message.kind() + " " + message.severity(), message));
    }

    @TestFactory
    Stream<DynamicTest> deliver_deliversHostileText() {
        return Messages.hostile().map(message -> delivered("hostile text", message));
    }

    @Test
    void deliver_deliversAMessageOfOnlyATitle() throws InterruptedException {
        assertThat(deliver(Messages.bare()).outcome()).isEqualTo(Delivery.Outcome.DELIVERED);
    }

    @Test
    void deliver_isSafeFromTwoThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Channel channel = create(settings())) {
            Callable<Delivery> attempt = () -> channel.deliver(Messages.firing());
            List<Callable<Delivery>> attempts =
                    IntStream.range(0, 20).mapToObj(any -> attempt).toList();
            for (Future<Delivery> delivery : threads.invokeAll(attempts)) {
                assertThat(delivery.get().outcome()).isEqualTo(Delivery.Outcome.DELIVERED);
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
    void close_isHarmlessTwice() {
        Channel channel = create(settings());
        channel.close();
        assertThatCode(channel::close).doesNotThrowAnyException();
    }

    private DynamicTest delivered(String name, Message message) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(deliver(message).outcome()).isEqualTo(Delivery.Outcome.DELIVERED));
    }

    private boolean isRequired(String key) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.remove(key);
        return !problems(settings).isEmpty();
    }

    private List<String> problems(Map<String, String> settings) {
        ChannelConfigException failure = catchThrowableOfType(
                ChannelConfigException.class, () -> create(settings).close());
        return failure == null ? List.of() : failure.problems();
    }
}
