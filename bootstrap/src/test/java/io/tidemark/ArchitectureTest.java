package io.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom. Each rule lists what is allowed, as a rule that denies a misspelt package would hold for ever. The
 * classes come from the modules' folders, as the plugins are not on the class path.
 */
class ArchitectureTest {
    private static final Path ROOT = Path.of("..");
    private static final String[] JDK = {"java..", "javax.."};
    private static final String NULLNESS = "org.jspecify..";

    private static JavaClasses everything;

    @BeforeAll
    static void importAll() {
        everything = new ClassFileImporter().importPaths(classFolders());
    }

    @Test
    void everyModule_isLookedAt() {
        assertThat(List.of(
                        "io.tidemark.domain.timing.Timing",
                        "io.tidemark.application.Tidemark",
                        "io.tidemark.bridge.jdbc.TimedDataSource",
                        "io.tidemark.bridge.micrometer.TidemarkMetrics",
                        "io.tidemark.adapters.postgres.PostgresStorageFactory",
                        "io.tidemark.adapters.notify.plugin.PluginLoader",
                        "io.tidemark.channel.Channel",
                        "io.tidemark.channel.testkit.ChannelContract",
                        "io.tidemark.channel.email.EmailChannelFactory",
                        "io.tidemark.channel.log.LogChannelFactory",
                        "io.tidemark.channel.mattermost.MattermostChannelFactory",
                        "io.tidemark.channel.pagerduty.PagerDutyChannelFactory",
                        "io.tidemark.channel.slack.SlackChannelFactory",
                        "io.tidemark.channel.webhook.WebhookChannelFactory",
                        "io.tidemark.bootstrap.Main"))
                .allSatisfy(
                        name -> assertThat(everything.contain(name)).as(name).isTrue());
    }

    @Test
    void domain_knowsNothingButTheJdk() {
        check("io.tidemark.domain..", "io.tidemark.domain..");
    }

    @Test
    void application_knowsTheDomainAndALoggingFacade() {
        check("io.tidemark.application..", "io.tidemark.application..", "io.tidemark.domain..", "org.slf4j..");
    }

    @Test
    void jdbcBridge_knowsTheLibraryThatOthersEmbedAndItsProxy() {
        check(
                "io.tidemark.bridge.jdbc..",
                "io.tidemark.bridge.jdbc..",
                "io.tidemark.application",
                "io.tidemark.application.record",
                "io.tidemark.domain.timing",
                "net.ttddyy.dsproxy..",
                "org.slf4j..");
    }

    @Test
    void micrometerBridge_knowsTheLibraryThatOthersEmbedAndMicrometer() {
        check(
                "io.tidemark.bridge.micrometer..",
                "io.tidemark.bridge.micrometer..",
                "io.tidemark.application",
                "io.tidemark.application.record",
                "io.tidemark.domain.timing",
                "io.micrometer..",
                "org.slf4j..");
    }

    @Test
    void postgresAdapter_knowsPortsAndDomainAndItsLibraries() {
        check(
                "io.tidemark.adapters.postgres..",
                "io.tidemark.adapters.postgres..",
                "io.tidemark.application.port..",
                "io.tidemark.domain..",
                "org.postgresql..",
                "org.apache.ibatis..",
                "com.zaxxer.hikari..",
                "org.flywaydb..",
                "org.slf4j..");
    }

    @Test
    void notifyAdapter_knowsPortsAndDomainAndTheSpiAndItsLibraries() {
        check(
                "io.tidemark.adapters.notify..",
                "io.tidemark.adapters.notify..",
                "io.tidemark.application.port..",
                "io.tidemark.domain..",
                "io.tidemark.channel",
                "io.github.resilience4j..",
                "okhttp3..",
                "okio..",
                "kotlin..",
                "org.slf4j..");
    }

    @Test
    void channelSpi_knowsNothingButTheJdk() {
        check("io.tidemark.channel", "io.tidemark.channel");
    }

    @ParameterizedTest
    @MethodSource("pluginPackages")
    void plugin_knowsTheSpiAndItself(String plugin) {
        check(plugin, plugin, "io.tidemark.channel");
    }

    @Test
    void emailPlugin_knowsTheSpiAndItsMailLibraries() {
        check(
                "io.tidemark.channel.email..",
                "io.tidemark.channel.email..",
                "io.tidemark.channel",
                "jakarta.activation..",
                "jakarta.mail..",
                "org.eclipse.angus.mail..");
    }

    @Test
    void bootstrap_doesNotKnowThePlugins() {
        noClasses()
                .that()
                .resideInAPackage("io.tidemark.bootstrap..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.tidemark.channel..").and(not(resideInAPackage("io.tidemark.channel"))))
                .check(everything);
    }

    @Test
    void guice_staysInBootstrap() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidemark.bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..")
                .check(everything);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.tidemark.(**)").should().beFreeOfCycles().check(everything);
    }

    @Test
    void packages_areNullMarked() {
        List<String> unmarked = everything.stream()
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void time_isToldByTheClocksAlone() {
        noClasses()
                .that(not(equivalentTo(io.tidemark.application.port.Clocks.class)))
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        "now|nanoTime|currentTimeMillis"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        resideInAnyPackage("java.time..", "java.lang")))))
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .check(everything);
    }

    @Test
    void adapters_showOnlyTheirEntryPoint() {
        classes()
                .that()
                .resideInAPackage("io.tidemark.adapters.postgres..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("PostgresStorageFactory")
                .should()
                .notBePublic()
                .check(everything);
    }

    private static void check(String module, String... known) {
        List<String> allowed = new ArrayList<>(List.of(known));
        allowed.addAll(List.of(JDK));
        allowed.add(NULLNESS);
        ArchRule rule = classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
        rule.check(everything);
    }

    private static Stream<String> pluginPackages() {
        return Stream.of("log", "mattermost", "pagerduty", "slack", "webhook")
                .map("io.tidemark.channel.%s.."::formatted);
    }

    private static List<Path> classFolders() {
        try (Stream<Path> poms = Files.find(ROOT, 4, (path, attributes) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> pom.resolveSibling("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
