package io.tidemark.channel;

import java.time.Clock;
import javax.net.SocketFactory;

/** What the host lends to a channel. All of it may be kept, and used by several threads. */
public interface ChannelHost {
    /** The name that the settings give to the destination, for use in texts. */
    String destination();

    /** Makes HTTP calls within the host's rules: time limits, certificates, permitted addresses. */
    HttpSender http();

    /**
     * Makes unconnected sockets within the host's rules of permitted addresses, for a channel that speaks another protocol
     * than HTTP. Where the rules object, connecting fails with an {@link HttpFailure} of the kind
     * {@link HttpFailure.Kind#ADDRESS_NOT_ALLOWED}. Time limits and certificates are the channel's to check.
     *
     * @param encrypted whether the channel encrypts all that it says of a message; if not, the rules for plain http hold
     */
    SocketFactory sockets(boolean encrypted);

    /** The time. Channels ask nobody else for it, so that tests can set it. */
    Clock clock();
}
