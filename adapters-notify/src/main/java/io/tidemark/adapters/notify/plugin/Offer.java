package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelFactory;

/**
 * A channel type that a plugin offers.
 *
 * @param origin the plugin's folder, or the class path, as a person should read it
 */
record Offer(String type, ChannelFactory factory, String origin) {
    ClassLoader loader() {
        return factory.getClass().getClassLoader();
    }
}
