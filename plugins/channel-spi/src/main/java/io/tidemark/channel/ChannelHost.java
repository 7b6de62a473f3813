package io.tidemark.channel;

import java.time.Clock;

/** What the host lends to a channel. All of it may be kept, and used by several threads. */
public interface ChannelHost {
    /** The name that the settings give to the destination, for use in texts. */
    String destination();

    /** Makes HTTP calls within the host's rules: time limits, certificates, permitted addresses. */
    HttpSender http();

    /** The time. Channels ask nobody else for it, so that tests can set it. */
    Clock clock();
}
