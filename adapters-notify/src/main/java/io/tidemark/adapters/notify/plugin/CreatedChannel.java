package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Channel;
import java.util.concurrent.Callable;

/** A plugin's channel as its factory made it, and what is needed to call it. */
record CreatedChannel(String destination, Manners manners, ClassLoader loader, Confidential confidential) {
    /**
     * A channel with what it says of itself, which is asked for once, on a thread of the plugin.
     *
     * @param channel the channel
     * @param pace how fast it likes to get messages
     * @param takesDigests whether waiting messages may be merged
     */
    record Manners(Channel channel, Pace pace, boolean takesDigests) {
        static Manners of(Channel channel) {
            return new Manners(channel, Pace.perMinute(channel.messagesPerMinute()), channel.takesDigests());
        }
    }

    Channel channel() {
        return manners.channel();
    }

    <T> PluginCall<T> start(String deed, Callable<T> code) {
        return PluginCall.start(destination + " " + deed, loader, code);
    }
}
