package io.tidemark.adapters.notify.plugin;

import io.tidemark.adapters.notify.plugin.PluginProblem.Kind;
import io.tidemark.channel.ChannelFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one plugin and the jars in it, by name. */
record PluginFolder(Path path, List<Path> jars) {
    /** The major version of the channel SPI that this host speaks. */
    static final String SPI_VERSION = "1";

    private static final String SPI_VERSION_ENTRY = "Tidemark-Channel-Spi";
    private static final String SERVICE = "META-INF/services/" + ChannelFactory.class.getName();
    private static final String SPI_CLASS = ChannelFactory.class.getName().replace('.', '/') + ".class";
    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    static PluginFolder at(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return new PluginFolder(
                    path, files.filter(PluginFolder::isJar).sorted().toList());
        }
    }

    static boolean isJar(Path file) {
        return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Opens the plugin. Each jar is read first, because a class loader passes over a broken one in silence. */
    PluginClassLoader open() throws PluginProblemException {
        if (jars.isEmpty()) {
            throw problem(Kind.NO_JAR, "holds no jar; put the plugin's jars into it or remove it", null);
        }
        boolean offers = false;
        for (Path jar : jars) {
            offers |= offersChannels(jar);
        }
        if (!offers) {
            throw problem(
                    Kind.NO_PROVIDER,
                    "offers no channel: none of its jars " + jarNames() + " has a file " + SERVICE
                            + " with the name of its ChannelFactory",
                    null);
        }
        return new PluginClassLoader(name(), urls());
    }

    PluginProblemException problem(Kind kind, String sentence, @Nullable Throwable cause) {
        String message = "the plugin folder " + path + " " + sentence;
        return new PluginProblemException(new PluginProblem(kind, name(), name(), message, cause));
    }

    String jarNames() {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList().toString();
    }

    private boolean offersChannels(Path jar) throws PluginProblemException {
        try (JarFile file = new JarFile(jar.toFile())) {
            boolean offers = file.getEntry(SERVICE) != null;
            if (offers) {
                requireSameSpi(jar, Optional.ofNullable(file.getManifest()));
            }
            if (file.getEntry(SPI_CLASS) != null) {
                LOG.info("{} brings its own copy of the channel SPI, which is ignored for the host's", jar);
            }
            return offers;
        } catch (IOException e) {
            throw problem(Kind.BROKEN_JAR, "has a jar that cannot be read, " + jar.getFileName() + "; replace it", e);
        }
    }

    /** A jar that does not say was built for the first version, which did not ask for it. */
    private void requireSameSpi(Path jar, Optional<Manifest> manifest) throws PluginProblemException {
        String version = manifest.map(entries -> entries.getMainAttributes().getValue(SPI_VERSION_ENTRY))
                .map(String::strip)
                .orElse("1");
        if (!version.split("\\.", -1)[0].equals(SPI_VERSION)) {
            throw problem(
                    Kind.OTHER_SPI,
                    "was built for version " + version + " of the channel SPI (" + SPI_VERSION_ENTRY + " in "
                            + jar.getFileName() + "), and this host speaks version " + SPI_VERSION
                            + "; take a build of the plugin for version " + SPI_VERSION,
                    null);
        }
    }

    private URL[] urls() throws PluginProblemException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = jars.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw problem(Kind.BROKEN_JAR, "has a jar whose name is no address: " + jars.get(i), e);
            }
        }
        return urls;
    }
}
