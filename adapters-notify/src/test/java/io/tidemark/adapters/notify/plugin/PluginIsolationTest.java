package io.tidemark.adapters.notify.plugin;

import static io.tidemark.adapters.notify.plugin.PluginsFixture.destination;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.load;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.message;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PluginIsolationTest {
    @TempDir
    Path root;

    @Test
    void plugins_eachSeeTheirOwnVersionOfALibrary() throws Exception {
        pluginWithLibrary("old", "1.0");
        pluginWithLibrary("new", "2.0");

        try (Plugins plugins = load(root)) {
            assertThat(said(plugins, "old")).isEqualTo("1.0");
            assertThat(said(plugins, "new")).isEqualTo("2.0");
        }
    }

    @Test
    void plugin_seesNoClassOfTheHost() throws Exception {
        Class<?> ofTheHost = okhttp3.OkHttpClient.class;

        assertThat(sayingLoadable(ofTheHost.getName()))
                .isEqualTo("java.lang.ClassNotFoundException: " + ofTheHost.getName());
    }

    @Test
    void plugin_seesNoClassOfTheHostsOwnPackages() throws Exception {
        assertThat(sayingLoadable(Plugins.class.getName())).contains("ClassNotFoundException");
    }

    @Test
    void plugin_seesNoServicesOfTheHost() throws Exception {
        String provider = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";
        assertThat(getClass().getClassLoader().getResource(provider)).isNotNull();

        assertThat(saying("String.valueOf(Factory.class.getClassLoader().getResource(\"%s\"))".formatted(provider)))
                .isEqualTo("null");
    }

    @Test
    void plugin_seesThePlatform() throws Exception {
        assertThat(sayingLoadable("java.sql.Connection")).isEqualTo("loaded");
    }

    @Test
    void plugin_mayLiveInAPackageBelowTheSpi() throws Exception {
        PluginJar.named("chat.jar")
                .source("io.tidemark.channel.chat.Chats", """
                        package io.tidemark.channel.chat;
                        import io.tidemark.channel.*;
                        public final class Chats implements ChannelFactory {
                            @Override public String type() { return "chat"; }
                            @Override public Channel create(ChannelConfig config, ChannelHost host) { return null; }
                        }
                        """)
                .providing("io.tidemark.channel.chat.Chats")
                .writeTo(root.resolve("chat"));

        try (Plugins plugins = load(root)) {
            assertThat(plugins.types()).containsExactly("chat");
        }
    }

    @Test
    void pluginWithItsOwnCopyOfTheSpi_worksWithTheHosts() throws Exception {
        ChannelPlugin.ofType("chat")
                .whenDelivering("return Delivery.refused(\"said\", String.valueOf(Message.class.getClassLoader()"
                        + " == Factory.class.getClassLoader()));")
                .jar()
                .file("io/tidemark/channel/ChannelFactory.class", "another version of the interface")
                .file("io/tidemark/channel/Message.class", "another version of the message")
                .writeTo(root.resolve("chat"));

        try (Plugins plugins = load(root)) {
            assertThat(said(plugins, "chat")).isEqualTo("false");
        }
    }

    @Test
    void plugin_logsIntoTheHostsLog() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("acme.chat");
        logger.addAppender(log);

        saying(
                "log()",
                "static String log() { org.slf4j.LoggerFactory.getLogger(\"acme.chat\").warn(\"from the plugin\");"
                        + " return \"\"; }");

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("from the plugin");
        logger.detachAppender(log);
    }

    @Test
    void create_deliver_andClose_findThePluginsServicesByTheContextClassLoader() throws Exception {
        String find = "System.setProperty(\"acme.%s\", java.util.ServiceLoader.load(java.util.function.Supplier.class)"
                + ".findFirst().orElseThrow().get().toString());";
        ChannelPlugin.ofType("chat")
                .whenMade(find.formatted("made"))
                .whenCreating(find.formatted("created"))
                .whenDelivering(find.formatted("delivered") + "return Delivery.delivered();")
                .whenClosing(find.formatted("host_closed"))
                .jar()
                .source("acme.Own", """
                        package acme;
                        public final class Own implements java.util.function.Supplier<String> {
                            @Override public String get() { return "own"; }
                        }
                        """)
                .file("META-INF/services/java.util.function.Supplier", "acme.Own")
                .writeTo(root.resolve("chat"));

        try (Plugins plugins = load(root)) {
            plugins.open(destination("chat")).deliver(message());
        }

        assertThat(Stream.of("made", "created", "delivered", "host_closed")
                        .map(deed -> System.clearProperty("acme." + deed)))
                .containsOnly("own");
    }

    @Test
    void close_letsGoOfTheJars() throws Exception {
        Path jar = ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("chat"));
        Plugins plugins = load(root);
        plugins.open(destination("chat")).deliver(message());
        assertThat(openFiles()).contains(jar.toRealPath());

        plugins.close();

        assertThat(openFiles()).doesNotContain(jar.toRealPath());
    }

    private void pluginWithLibrary(String type, String version) throws IOException {
        Path folder = root.resolve(type);
        Path library = PluginJar.named("library.jar")
                .source(
                        "lib.Version",
                        "package lib; public class Version { public static String text() { return \"%s\"; } }"
                                .formatted(version))
                .writeTo(folder);
        ChannelPlugin.ofType(type)
                .whenDelivering("return Delivery.refused(\"said\", lib.Version.text());")
                .jar()
                .compiledAgainst(library)
                .writeTo(folder);
    }

    private String sayingLoadable(String className) throws Exception {
        return saying("load(\"%s\")".formatted(className), """
                static String load(String name) {
                    try {
                        Class.forName(name);
                        return "loaded";
                    } catch (ClassNotFoundException e) {
                        return e.toString();
                    }
                }
                """);
    }

    private String saying(String expression) throws Exception {
        return saying("value()", "static String value() { return %s; }".formatted(expression));
    }

    private String saying(String expression, String method) throws Exception {
        ChannelPlugin.ofType("chat")
                .whenDelivering("return Delivery.refused(\"said\", Code." + expression + ");")
                .jar()
                .source("acme.Code", "package acme; final class Code { " + method + " }")
                .writeTo(root.resolve("chat"));
        try (Plugins plugins = load(root)) {
            return said(plugins, "chat");
        }
    }

    private static String said(Plugins plugins, String type) throws InterruptedException {
        return plugins.open(destination(type)).deliver(message()).detail();
    }

    private static Stream<Path> openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(PluginIsolationTest::target).toList().stream();
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            // Closed meanwhile: the listing itself was one of them.
            return descriptor;
        }
    }
}
