package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelFactory;
import java.util.List;
import java.util.ServiceLoader;

/** Asks a class loader for channel factories. Everything here runs code of plugins. */
final class Providers {
    private Providers() {}

    /** Makes nothing yet. */
    static List<ServiceLoader.Provider<ChannelFactory>> declaredIn(ClassLoader loader) {
        return ServiceLoader.load(ChannelFactory.class, loader).stream().toList();
    }

    /** Of a plugin's folder: what its own jars define, and nothing that shines through from elsewhere. */
    static List<Offer> ownOf(PluginClassLoader loader, String origin) {
        return declaredIn(loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .map(provider -> offer(provider, origin))
                .toList();
    }

    static Offer offer(ServiceLoader.Provider<ChannelFactory> provider, String origin) {
        ChannelFactory factory = provider.get();
        String type = factory.type();
        if (type == null || !type.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "its factory " + factory.getClass().getName() + " calls its type '" + type
                            + "'; it must be lower-case letters, digits and hyphens");
        }
        return new Offer(type, factory, origin);
    }
}
