package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Channel;
import java.util.concurrent.Callable;

/** A plugin's channel as its factory made it, and what is needed to call it. */
record CreatedChannel(String destination, Channel channel, ClassLoader loader, Confidential confidential) {
    <T> PluginCall<T> start(String deed, Callable<T> code) {
        return PluginCall.start(destination + " " + deed, loader, code);
    }
}
