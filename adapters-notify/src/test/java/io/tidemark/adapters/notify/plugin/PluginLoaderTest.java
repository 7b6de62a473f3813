package io.tidemark.adapters.notify.plugin;

import static io.tidemark.adapters.notify.plugin.PluginsFixture.IMPATIENT;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.load;
import static io.tidemark.adapters.notify.plugin.PluginsFixture.loader;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.adapters.notify.plugin.PluginProblem.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {
    @TempDir
    Path root;

    @Test
    void load_offersTheTypeOfEachFolder() throws Exception {
        ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("chat"));
        ChannelPlugin.ofType("pager").jar().writeTo(root.resolve("pager"));

        try (Plugins plugins = load(root)) {
            assertThat(plugins.problems()).isEmpty();
            assertThat(plugins.types()).containsExactly("chat", "pager");
        }
    }

    @Test
    void load_findsFoldersInTheDistributionAndInTheUsersFolder() throws Exception {
        Path distribution = root.resolve("distribution");
        Path own = root.resolve("own");
        ChannelPlugin.ofType("chat").jar().writeTo(distribution.resolve("chat"));
        ChannelPlugin.ofType("pager").jar().writeTo(own.resolve("pager"));

        try (Plugins plugins = load(distribution, own)) {
            assertThat(plugins.types()).containsExactly("chat", "pager");
        }
    }

    @Test
    void load_takesAFolderOnceThatIsNamedTwice() throws Exception {
        ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("chat"));

        try (Plugins plugins = load(root, root.resolve("chat").resolve(".."))) {
            assertThat(plugins.problems()).isEmpty();
            assertThat(plugins.types()).containsExactly("chat");
        }
    }

    @Test
    void load_reportsAFolderThatDoesNotExist() throws Exception {
        assertThat(onlyProblem(root.resolve("missing"))).contains("missing", "create it");
    }

    @Test
    void load_reportsAJarOutsideOfAFolder_andSaysWhereItBelongs() throws Exception {
        ChannelPlugin.ofType("chat").jar().writeTo(root);

        assertThat(onlyProblem(root))
                .contains(root.resolve("chat").resolve("chat.jar").toString());
    }

    @Test
    void load_reportsAFolderWithoutJars() throws Exception {
        Files.createDirectories(root.resolve("chat"));

        assertThat(onlyProblem(Kind.NO_JAR, root)).contains("holds no jar");
    }

    @Test
    void load_reportsAFolderWithoutAProvider_namingItsJars() throws Exception {
        PluginJar.named("library.jar").file("notes.txt", "nothing").writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.NO_PROVIDER, root))
                .contains("library.jar", "META-INF/services/io.tidemark.channel.ChannelFactory");
    }

    @Test
    void load_reportsABrokenJar_andLoadsTheOtherFolders() throws Exception {
        truncate(ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("chat")));
        ChannelPlugin.ofType("pager").jar().writeTo(root.resolve("pager"));

        try (Plugins plugins = load(root)) {
            assertThat(plugins.types()).containsExactly("pager");
            assertThat(plugins.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(Kind.BROKEN_JAR);
                assertThat(problem.message()).contains("chat.jar", "cannot be read");
                assertThat(problem.cause()).isInstanceOf(IOException.class);
            });
        }
    }

    @Test
    void load_reportsAPluginForAnotherMajorVersionOfTheSpi() throws Exception {
        ChannelPlugin.ofType("chat").jar().forSpi("2.1").writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.OTHER_SPI, root)).contains("version 2.1", "chat.jar", "speaks version 1");
    }

    @Test
    void load_takesAPluginForAnotherMinorVersionOfTheSpi() throws Exception {
        ChannelPlugin.ofType("chat").jar().forSpi("1.7").writeTo(root.resolve("chat"));

        try (Plugins plugins = load(root)) {
            assertThat(plugins.types()).containsExactly("chat");
        }
    }

    @Test
    void spiVersion_isTheOneThatThePluginsOfTheDistributionDeclare() throws Exception {
        String pom = Files.readString(Path.of("..", "pom.xml"));

        assertThat(pom).contains("<channel.spi.version>" + PluginFolder.SPI_VERSION + "</channel.spi.version>");
    }

    @Test
    void load_reportsTwoPluginsOfOneType_namingBothFolders_andOffersNeither() throws Exception {
        ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("one"));
        ChannelPlugin.ofType("chat").jar().writeTo(root.resolve("two"));

        try (Plugins plugins = load(root)) {
            assertThat(plugins.types()).isEmpty();
            assertThat(plugins.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(Kind.SAME_TYPE);
                assertThat(problem.message())
                        .contains(
                                "'chat'",
                                root.resolve("one").toString(),
                                root.resolve("two").toString());
            });
        }
    }

    @Test
    void load_reportsAProviderThatIsNoFactory() throws Exception {
        PluginJar.named("chat.jar")
                .source("acme.Nothing", "package acme; public class Nothing {}")
                .providing("acme.Nothing")
                .writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.BAD_PROVIDER, root)).contains("acme.Nothing", "not a subtype", "chat.jar");
    }

    @Test
    void load_reportsAProviderThatIsNotInTheJars() throws Exception {
        PluginJar.named("chat.jar").providing("acme.Missing").writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.BAD_PROVIDER, root)).contains("acme.Missing", "not found");
    }

    @Test
    void load_reportsAClassThatIsMissingFromTheJars() throws Exception {
        Path library = PluginJar.named("library.jar")
                .source("lib.Base", "package lib; public class Base {}")
                .writeTo(root.resolve(".elsewhere"));
        ChannelPlugin.ofType("chat")
                .whenMade("new lib.Base();")
                .jar()
                .compiledAgainst(library)
                .writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.BAD_PROVIDER, root)).contains("lib/Base");
    }

    @Test
    void load_reportsATypeThatCannotBeWrittenInSettings() throws Exception {
        ChannelPlugin.ofType("Team Chat").jar().writeTo(root.resolve("chat"));

        assertThat(onlyProblem(Kind.BAD_PROVIDER, root)).contains("'Team Chat'", "lower-case");
    }

    @Test
    void load_givesUpOnAFactoryThatHangs_andLoadsTheOtherFolders() throws Exception {
        ChannelPlugin.ofType("chat").whenMade("hang();").jar().writeTo(root.resolve("chat"));
        ChannelPlugin.ofType("pager").jar().writeTo(root.resolve("pager"));

        try (Plugins plugins = loader(new TimeLimit(java.time.Duration.ofSeconds(2), IMPATIENT.grace()))
                .load(List.of(root))) {
            assertThat(plugins.types()).containsExactly("pager");
            assertThat(plugins.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.OVERDUE));
        }
    }

    @Test
    void load_findsChannelsOnTheClassPathOfAnEmbedder() throws Exception {
        Path jar = ChannelPlugin.ofType("chat").jar().writeTo(root.resolve(".application"));

        try (URLClassLoader application = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
                Plugins plugins = loader(PluginsFixture.PATIENT).load(List.of(root), application)) {
            assertThat(plugins.types()).containsExactly("chat");
        }
    }

    private static String onlyProblem(Path root) throws InterruptedException {
        try (Plugins plugins = load(root)) {
            assertThat(plugins.problems()).hasSize(1);
            return plugins.problems().get(0).message();
        }
    }

    private static String onlyProblem(Kind kind, Path root) throws InterruptedException {
        try (Plugins plugins = load(root)) {
            assertThat(plugins.problems()).extracting(PluginProblem::kind).containsExactly(kind);
            return plugins.problems().get(0).message();
        }
    }

    private static void truncate(Path jar) throws IOException {
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    }
}
