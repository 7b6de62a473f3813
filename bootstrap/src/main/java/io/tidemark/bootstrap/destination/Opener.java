package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationConfig;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.Plugins;
import java.time.Clock;
import java.util.Map;

/** Makes the channels of destinations. */
public final class Opener {
    private final Plugins plugins;
    private final DestinationLimits limits;
    private final Clock clock;

    public Opener(Plugins plugins, DestinationLimits limits, Clock clock) {
        this.plugins = plugins;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Makes the channel of a destination.
     *
     * @param values what the channel is told, secrets in clear
     * @throws io.tidemark.adapters.notify.plugin.DestinationException when it cannot be made
     */
    public Destination open(String name, String channel, Map<String, String> values) throws InterruptedException {
        return plugins.open(new DestinationConfig(name, channel, values, limits));
    }

    /** The same where interruption means that the process ends. */
    Destination openOrStop(String name, String channel, Map<String, String> values) {
        try {
            return open(name, channel, values);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "the destination '%s' was not opened, as the process ends".formatted(name), e);
        }
    }

    /** Stands in for a destination that cannot be made: what is sent to it waits. */
    Destination unusable(String name, String channel, String why) {
        return Destination.unusable(new DestinationConfig(name, channel, Map.of(), limits), why, clock);
    }

    void close(Destination destination) {
        plugins.close(destination);
    }
}
