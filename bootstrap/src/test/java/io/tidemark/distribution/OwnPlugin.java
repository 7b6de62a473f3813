package io.tidemark.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.ChannelFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin as its author makes it: one class, compiled against nothing but the SPI jar, packed, put into a folder. */
final class OwnPlugin {
    private static final String SOURCE = """
            package acme;

            import io.tidemark.channel.*;
            import java.nio.file.*;

            public final class FileChannelFactory implements ChannelFactory {
                @Override public String type() { return "acme-file"; }

                @Override public Channel create(ChannelConfig config, ChannelHost host) {
                    Path file = Path.of(config.text("path"));
                    int copies = config.integer("copies", 1, 1, 3);
                    config.check();
                    return new Channel() {
                        @Override public Delivery deliver(Message message) {
                            try {
                                Files.writeString(file, message.content().title().repeat(copies));
                                return Delivery.delivered();
                            } catch (java.io.IOException e) {
                                return Delivery.retryLater("disk", e.toString());
                            }
                        }
                        @Override public void close() {}
                    };
                }
            }
            """;

    private OwnPlugin() {}

    /** Makes {@code <plugins>/acme-file/acme.jar}. */
    static void dropInto(Path plugins, Path workshop) throws IOException, URISyntaxException {
        Path source = Files.createDirectories(workshop.resolve("acme")).resolve("FileChannelFactory.java");
        Files.writeString(source, SOURCE);
        Path spi = Path.of(ChannelFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", spi.toString(), "-d", workshop.toString(), source.toString());
        assertThat(result).as("the plugin compiles").isZero();
        Path jar = Files.createDirectories(plugins.resolve("acme-file")).resolve("acme.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(workshop.resolve("acme"))) {
            for (Path compiled :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                add(entries, "acme/" + compiled.getFileName(), Files.readAllBytes(compiled));
            }
            byte[] factory = "acme.FileChannelFactory".getBytes(StandardCharsets.UTF_8);
            add(entries, "META-INF/services/" + ChannelFactory.class.getName(), factory);
        }
    }

    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(bytes);
        entries.closeEntry();
    }
}
