package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.ChannelFactory;
import java.net.URL;
import java.net.URLClassLoader;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of one plugin from its jars, and from the host the channel SPI and SLF4J only. Everything else of
 * the host is invisible, so that a plugin can bring any version of any library.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final String SPI_PACKAGE = ChannelFactory.class.getPackageName();
    private static final String SLF4J = "org.slf4j.";

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String name, URL[] jars) {
        super(name, jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOfSpi(name)) {
            return Class.forName(name, false, ChannelFactory.class.getClassLoader());
        }
        if (name.startsWith(SLF4J)) {
            return Class.forName(name, false, LoggerFactory.class.getClassLoader());
        }
        return super.loadClass(name, resolve);
    }

    /** The package itself: a plugin may well live in a package below it. */
    private static boolean isOfSpi(String className) {
        int dot = className.lastIndexOf('.');
        return dot == SPI_PACKAGE.length() && className.startsWith(SPI_PACKAGE);
    }
}
