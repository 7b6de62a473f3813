package io.tidemark.channel.testkit;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.HttpSender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.SocketFactory;

/**
 * A host for tests.
 *
 * @param destination the name of the destination
 * @param http the sender to lend
 * @param clock the time to tell
 */
public record KitHost(String destination, HttpSender http, Clock clock) implements ChannelHost {
    /** The time at which the clock of {@link #with} stands. */
    public static final Instant NOW = Instant.parse("2026-11-20T14:03:05Z");

    /** A host that lends this sender; its clock stands still. */
    public static KitHost with(HttpSender http) {
        return new KitHost("kit", http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Any socket: the receivers of a test are on this machine. */
    @Override
    public SocketFactory sockets(boolean encrypted) {
        return SocketFactory.getDefault();
    }
}
