package io.tidemark.channel;

/**
 * Makes channels of one type. The host finds it with {@link java.util.ServiceLoader}, so it is public, has a public
 * constructor without parameters, and its name stands in
 * {@code META-INF/services/io.tidemark.channel.ChannelFactory}.
 */
public interface ChannelFactory {
    /**
     * The word by which settings choose this channel, such as {@code slack}: lower-case letters, digits and hyphens.
     * It is the same at every call.
     */
    String type();

    /**
     * Makes a channel for one destination. Reads every setting, then calls {@link ChannelConfig#check()}, so that a
     * person hears of all mistakes at once. Does no I/O: a receiver that is down must not keep the host from starting.
     *
     * @throws ChannelConfigException if the settings cannot be used
     */
    Channel create(ChannelConfig config, ChannelHost host);
}
