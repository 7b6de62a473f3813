package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Delivery;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why the host, and not the channel, says that a message was not delivered. Its codes start with {@value #PREFIX}, and
 * no channel's do.
 */
public enum HostReason {
    /** {@link DestinationState.Condition#FENCED_OFF}. */
    FENCED_OFF(false),
    /** {@link DestinationState.Condition#CIRCUIT_OPEN}. */
    CIRCUIT_OPEN(false),
    /** The pace of the destination asks to wait. */
    PACED(false),
    /** As many calls run as may. */
    BUSY(false),
    /** {@link DestinationState.Condition#CLOSED}. */
    CLOSED(false),
    /** {@link DestinationState.Condition#UNUSABLE}. */
    UNUSABLE(false),
    /** The plugin did not return in time. */
    TIME_LIMIT(true),
    /** The plugin threw something, or returned nothing. */
    PLUGIN_FAILED(true),
    /** The thread that delivers was interrupted. */
    INTERRUPTED(true);

    private static final String PREFIX = "host_";
    private static final int LONGEST_REASON = 64;

    private final boolean tried;

    HostReason(boolean tried) {
        this.tried = tried;
    }

    /** The {@link Delivery#reason()}. */
    public String code() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** What a channel said, under a reason that cannot be taken for one of the host's. */
    static Delivery ofChannel(Delivery said) {
        if (!said.reason().startsWith(PREFIX)) {
            return said;
        }
        String reason = "channel_" + said.reason();
        return said.withReason(reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
    }

    /** Whether the channel was called at all; if not, this was no attempt and must not count as one. */
    public static boolean wasTried(Delivery delivery) {
        return Stream.of(values())
                .filter(reason -> reason.code().equals(delivery.reason()))
                .allMatch(reason -> reason.tried);
    }

    Delivery later(String detail) {
        return Delivery.retryLater(code(), detail);
    }

    Delivery down(String detail) {
        return Delivery.channelDown(code(), detail);
    }
}
