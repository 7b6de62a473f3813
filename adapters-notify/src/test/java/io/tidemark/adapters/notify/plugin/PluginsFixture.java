package io.tidemark.adapters.notify.plugin;

import io.tidemark.adapters.notify.http.AddressRules;
import io.tidemark.channel.Content;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.HttpSender;
import io.tidemark.channel.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the tests of plugins have in common. */
final class PluginsFixture {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    /** Long for code that returns, so that a busy machine fails no test. */
    static final TimeLimit PATIENT = new TimeLimit(Duration.ofSeconds(30), Duration.ofSeconds(30));

    /** Short for code that never returns: the wait is the test's. */
    static final TimeLimit IMPATIENT = new TimeLimit(Duration.ofMillis(50), Duration.ofMillis(50));

    private static final HttpSender NO_NETWORK = call -> {
        throw new HttpFailure(HttpFailure.Kind.CONNECT, "there is no network in this test", null);
    };

    private PluginsFixture() {}

    static Plugins load(Path... roots) throws InterruptedException {
        return loader(PATIENT).load(List.of(roots));
    }

    static PluginLoader loader(TimeLimit limit) {
        return new PluginLoader(new LentServices(NO_NETWORK, NOON, AddressRules.strict()), limit);
    }

    static DestinationConfig destination(String type) {
        return destination(type, PATIENT);
    }

    static DestinationConfig destination(String type, TimeLimit time) {
        return destination(type, Map.of(), limits(time));
    }

    static DestinationConfig destination(String type, Map<String, String> values, DestinationLimits limits) {
        return new DestinationConfig("team", type, values, limits);
    }

    static DestinationLimits limits(TimeLimit time) {
        return new DestinationLimits(
                time, 2, new Breaker(100, Duration.ofMinutes(1)), new Pace(1_000_000, Duration.ofSeconds(1)));
    }

    static Message message() {
        return new Message(
                "m-1",
                Conversation.of("a-1", new About("ANOMALY", "commit", null)),
                Message.Kind.FIRING,
                Message.Severity.WARNING,
                content(),
                NOON.instant());
    }

    private static Content content() {
        return Content.of("commit is slow", "p95 is 412 ms", List.of());
    }
}
