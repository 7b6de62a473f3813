package io.tidemark.adapters.notify.plugin;

import static io.tidemark.adapters.notify.plugin.PluginsFixture.IMPATIENT;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.PATIENT;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.destination;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.limits;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.load;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.adapters.notify.plugin.DestinationState.Condition;
import io.tidemark.channel.ChannelConfigException;
import io.tidemark.channel.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @TempDir
    Path root;

    private Plugins plugins;

    @AfterEach
    void closePlugins() {
        if (plugins != null) {
            plugins.close();
        }
    }

    @Test
    void deliver_returnsWhatTheChannelSays() throws Exception {
        Destination chat =
                open(ChannelPlugin.ofType("chat").whenDelivering("return Delivery.refused(\"no\", \"never\");"));

        assertThat(chat.deliver(message())).isEqualTo(Delivery.refused("no", "never"));
        assertThat(chat.state()).isEqualTo(new DestinationState(Condition.OK, "", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IllegalStateException",
                "AssertionError",
                "NoClassDefFoundError",
                "StackOverflowError",
                "ThreadDeath"
            })
    void deliver_makesAValueOfWhatThePluginThrows(String thrown) throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat")
                .whenDelivering("if (true) throw new %s(); return null;".formatted(thrown)));

        Delivery delivery = chat.deliver(message());

        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.RETRY_LATER);
        assertThat(delivery.reason()).isEqualTo("host_plugin_failed");
        assertThat(delivery.detail()).contains(thrown);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @Test
    void deliver_letsThroughWhatConcernsTheWholeMachine() throws Exception {
        Destination chat =
                open(ChannelPlugin.ofType("chat").whenDelivering("throw new OutOfMemoryError(\"made up\");"));

        assertThatThrownBy(() -> chat.deliver(message())).isInstanceOf(OutOfMemoryError.class);
        assertThat(chat.state().runningCalls()).isZero();
    }

    @Test
    void deliver_makesAValueOfNull() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat").whenDelivering("return null;"));

        assertThat(chat.deliver(message()).detail()).contains("returned null");
    }

    @Test
    void deliver_survivesAnExceptionThatFailsToDescribeItself() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat").whenDelivering("""
                throw new RuntimeException() {
                    @Override public String getMessage() { throw new IllegalStateException(); }
                };
                """));

        assertThat(chat.deliver(message()).reason()).isEqualTo("host_plugin_failed");
    }

    @Test
    void deliver_takesSecretsOutOfWhatThePluginSaysAndThrows() throws Exception {
        String key = "\"c2VjcmV0LWtleQ\"";
        install(ChannelPlugin.ofType("saying")
                .whenCreating("config.secret(\"key\");")
                .whenDelivering("return Delivery.refused(\"no\", \"key \" + " + key + ");"));
        install(ChannelPlugin.ofType("throwing")
                .whenCreating("config.secret(\"key\");")
                .whenDelivering("throw new IllegalStateException(\"key \" + " + key + ");"));
        plugins = load(root);
        Map<String, String> values = Map.of("key", "c2VjcmV0LWtleQ");

        assertThat(plugins.open(destination("saying", values, limits(PATIENT)))
                        .deliver(message())
                        .detail())
                .isEqualTo("key ***");
        assertThat(plugins.open(destination("throwing", values, limits(PATIENT)))
                        .deliver(message())
                        .detail())
                .contains("IllegalStateException: key ***");
    }

    @Test
    void deliver_givesUpOnAPluginThatHangs_andFencesItOff() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat").whenDelivering("hang(); return null;"), IMPATIENT);

        Delivery first = chat.deliver(message());
        Delivery second = chat.deliver(message());

        assertThat(first.reason()).isEqualTo("host_time_limit");
        assertThat(first.maybeDuplicate()).isTrue();
        assertThat(second.reason()).isEqualTo("host_fenced_off");
        assertThat(second.outcome()).isEqualTo(Delivery.Outcome.CHANNEL_DOWN);
        assertThat(HostReason.wasTried(second)).isFalse();
        assertThat(chat.state().condition()).isEqualTo(Condition.FENCED_OFF);
        assertThat(chat.state().reason()).contains("2026-11-21T12:00:00Z", "has not come back");
        assertThat(chat.state().runningCalls()).isEqualTo(1);
    }

    @Test
    void deliver_ofAnotherDestinationGoesOnWhileOneHangs() throws Exception {
        install(ChannelPlugin.ofType("hanging").whenDelivering("hang(); return null;"));
        install(ChannelPlugin.ofType("chat"));
        plugins = load(root);
        plugins.open(destination("hanging", IMPATIENT)).deliver(message());

        assertThat(plugins.open(destination("chat")).deliver(message())).isEqualTo(Delivery.delivered());
    }

    @Test
    void deliver_interruptsAPluginThatWaits_andFencesNothingOff() throws Exception {
        TimeLimit limit = new TimeLimit(Duration.ofMillis(50), PATIENT.grace());
        Destination chat = open(
                ChannelPlugin.ofType("chat")
                        .whenDelivering("new java.util.concurrent.CountDownLatch(1).await(); return null;"),
                limit);

        assertThat(chat.deliver(message()).reason()).isEqualTo("host_time_limit");
        assertThat(chat.state().condition()).isEqualTo(Condition.OK);
    }

    @Test
    void deliver_takesALateAnswerThatComesWithinTheGrace() throws Exception {
        Destination chat = open(
                ChannelPlugin.ofType("chat").whenDelivering("""
                        try {
                            new java.util.concurrent.CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            return Delivery.delivered();
                        }
                        return null;
                        """),
                new TimeLimit(Duration.ofMillis(50), PATIENT.grace()));

        assertThat(chat.deliver(message())).isEqualTo(Delivery.delivered());
    }

    @Test
    void deliver_staysInterruptedIfItsThreadIs() throws Exception {
        Thread.currentThread().setName("dispatcher");
        Destination chat = open(ChannelPlugin.ofType("chat").whenDelivering("""
                for (Thread thread : Thread.getAllStackTraces().keySet()) {
                    if (thread.getName().equals("dispatcher")) thread.interrupt();
                }
                hang();
                return null;
                """));

        Delivery delivery = chat.deliver(message());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(delivery.reason()).isEqualTo("host_interrupted");
    }

    @Test
    void deliver_callsNoPluginOnAThreadThatIsInterruptedAlready() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat")
                .whenDelivering("System.setProperty(\"acme.called\", \"\");" + "return null;"));
        Thread.currentThread().interrupt();

        Delivery delivery = chat.deliver(message());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(delivery.reason()).isEqualTo("host_interrupted");
        assertThat(System.getProperty("acme.called")).isNull();
    }

    @Test
    void deliver_leavesAReceiverAloneThatKeepsFailing() throws Exception {
        install(ChannelPlugin.ofType("chat").whenDelivering("return Delivery.retryLater(\"http_503\", \"down\");"));
        plugins = load(root);
        Breaker breaker = new Breaker(2, Duration.ofMinutes(5));
        Destination chat =
                plugins.open(destination("chat", Map.of(), limits(PATIENT).withBreaker(breaker)));

        chat.deliver(message());
        chat.deliver(message());
        Delivery third = chat.deliver(message());

        assertThat(third.reason()).isEqualTo("host_circuit_open");
        assertThat(third.retryAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(chat.state().condition()).isEqualTo(Condition.CIRCUIT_OPEN);
    }

    @Test
    void deliver_doesNotHoldRefusedMessagesAgainstAReceiver() throws Exception {
        install(ChannelPlugin.ofType("chat").whenDelivering("return Delivery.refused(\"http_400\", \"no\");"));
        plugins = load(root);
        Breaker breaker = new Breaker(1, Duration.ofMinutes(5));
        Destination chat =
                plugins.open(destination("chat", Map.of(), limits(PATIENT).withBreaker(breaker)));

        chat.deliver(message());

        assertThat(chat.deliver(message()).reason()).isEqualTo("http_400");
    }

    @Test
    void deliver_keepsThePace() throws Exception {
        install(ChannelPlugin.ofType("chat"));
        plugins = load(root);
        Pace pace = new Pace(1, Duration.ofHours(1));
        Destination chat =
                plugins.open(destination("chat", Map.of(), limits(PATIENT).withPace(pace)));

        assertThat(chat.deliver(message())).isEqualTo(Delivery.delivered());
        Delivery second = chat.deliver(message());

        assertThat(second.reason()).isEqualTo("host_paced");
        assertThat(second.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void deliver_waitsForItsTurnAtAFastPace() throws Exception {
        install(ChannelPlugin.ofType("chat"));
        plugins = load(root);
        Destination chat =
                plugins.open(destination("chat", Map.of(), limits(PATIENT).withPace(Pace.perSecond(1_000))));

        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(chat.deliver(message())).isEqualTo(Delivery.delivered());
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(18));
    }

    @Test
    void deliver_keepsThePaceThatTheChannelLikes_whereTheSettingsNameNone() throws Exception {
        install(ChannelPlugin.ofType("chat").saying("@Override public int messagesPerMinute() { return 1; }"));
        plugins = load(root);
        Destination chat =
                plugins.open(destination("chat", Map.of(), limits(PATIENT).withPace(null)));

        assertThat(chat.deliver(message())).isEqualTo(Delivery.delivered());
        assertThat(chat.deliver(message()).retryAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void open_reportsAPluginThatThrowsInSayingItsPace() throws Exception {
        install(ChannelPlugin.ofType("chat").saying("@Override public int messagesPerMinute() { return 0; }"));
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("chat")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("at least one message");
    }

    @Test
    void open_reportsAPluginThatHangsInCreate() throws Exception {
        install(ChannelPlugin.ofType("chat").whenCreating("hang();"));
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("chat", IMPATIENT)))
                .isInstanceOf(DestinationException.class)
                .hasMessageContainingAll("'team'", root.resolve("chat").toString(), "did not return within");
    }

    @Test
    void open_reportsAPluginThatThrowsInCreate_withItsCause() throws Exception {
        install(ChannelPlugin.ofType("chat").whenCreating("if (true) throw new NoClassDefFoundError(\"lib/Base\");"));
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("chat")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("lib/Base")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void open_reportsSettingsThatNobodyRead_evenIfThePluginForgetsTo() throws Exception {
        install(ChannelPlugin.ofType("chat").whenCreating("config.optionalText(\"room\");"));
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("chat", Map.of("rom", "ops"), limits(PATIENT))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("did you mean 'room'?")
                .hasCauseInstanceOf(ChannelConfigException.class);
    }

    @Test
    void open_ofATypeNobodyOffers_listsTheTypesAndSuggestsOne() throws Exception {
        install(ChannelPlugin.ofType("mattermost"));
        install(ChannelPlugin.ofType("slack"));
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("slak")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContainingAll("'slak'", "did you mean 'slack'?", "on offer: mattermost, slack");
    }

    @Test
    void open_ofATypeWhosePluginIsBroken_saysWhatIsWrongWithIt() throws Exception {
        Files.writeString(Files.createDirectories(root.resolve("slack")).resolve("slack.jar"), "no zip");
        plugins = load(root);

        assertThatThrownBy(() -> plugins.open(destination("slack")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("slack.jar; replace it")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void close_givesUpOnAPluginThatHangs() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat").whenClosing("hang();"), IMPATIENT);

        chat.close();

        assertThat(chat.state().condition()).isEqualTo(Condition.CLOSED);
        assertThat(chat.deliver(message()).reason()).isEqualTo("host_closed");
    }

    @Test
    void close_survivesAPluginThatThrows() throws Exception {
        Destination chat = open(ChannelPlugin.ofType("chat").whenClosing("throw new AssertionError();"));

        chat.close();

        assertThat(chat.state().condition()).isEqualTo(Condition.CLOSED);
    }

    private Destination open(ChannelPlugin plugin) throws Exception {
        return open(plugin, PATIENT);
    }

    private Destination open(ChannelPlugin plugin, TimeLimit time) throws Exception {
        install(plugin);
        plugins = load(root);
        return plugins.open(destination(plugin.type(), time));
    }

    private void install(ChannelPlugin plugin) throws IOException {
        plugin.jar().writeTo(root.resolve(plugin.type()));
    }
}
