package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What holds for every page: with something on it, with nothing, and with names that try to break it. */
class EveryPageInBrowserTest {
    private static final Pattern REQUESTED =
            Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");
    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join('; '))));
            """;

    /** Where an operation is called by its name. */
    private static final Set<String> NAMING =
            Set.of("overview", "operation", "alert", "baselines", "merges", "pair", "trace", "correlations", "quiet");

    private static final Set<String> REFUSED = Set.of("unknown-operation", "not-found", "problem");

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        try (InputStream stream = EveryPageInBrowserTest.class.getResourceAsStream("/axe/axe.min.js")) {
            axe = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 1440", "light, 360", "dark, 360"})
    void everyPage_isInOrder(String scheme, int width) {
        try (RunningDaemon daemon = Furnished.with("commit")) {
            assertInOrder(daemon, scheme, width, "commit");
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 360"})
    void everyPage_isInOrder_withoutData(String scheme, int width) {
        try (RunningDaemon daemon = RunningDaemon.start()) {
            assertInOrder(daemon, scheme, width, null);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, light, 360", "1, dark, 360", "2, light, 360", "3, dark, 1440", "4, dark, 360"})
    void everyPage_isInOrder_withHostileNames(int number, String scheme, int width) {
        String name = HostileNames.ALL.get(number);
        try (RunningDaemon daemon = Furnished.with(name)) {
            assertInOrder(daemon, scheme, width, name);
        }
    }

    private static void assertInOrder(RunningDaemon daemon, String scheme, int width, @Nullable String name) {
        browser.sized(width, 900);
        browser.preferring(scheme);
        logs(LogType.PERFORMANCE);
        logs(LogType.BROWSER);
        Map<String, String> pages = EveryPage.of(daemon.address());
        if (name != null) {
            assertThat(pages)
                    .containsKeys("compared", "backtest", "pair", "trace", "correlated", "message", "approval");
        }
        pages.forEach((page, path) -> {
            browser.driver().get(daemon.address().resolve(path).toString());
            assertInOrder(page, width, NAMING.contains(page) ? name : null);
        });
        browser.driver().get("about:blank");
        assertThat(requested())
                .filteredOn(url -> !url.startsWith(daemon.address().toString()))
                .isEmpty();
    }

    private static void assertInOrder(String page, int width, @Nullable String name) {
        assertThat(script("return document.documentElement.scrollWidth"))
                .as(page)
                .isEqualTo((long) width);
        assertThat(script("return window.broken === undefined")).as(page).isEqualTo(true);
        if (name != null) {
            assertThat((String) script("return document.body.textContent"))
                    .as(page)
                    .contains(name);
        }
        script(axe);
        assertThat(browser.driver().executeAsyncScript(AXE))
                .as(page)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(logs(LogType.BROWSER))
                .as(page)
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .filteredOn(
                        entry -> !REFUSED.contains(page) || !entry.getMessage().contains("status of 4"))
                .isEmpty();
    }

    private static List<String> requested() {
        return logs(LogType.PERFORMANCE).stream()
                .flatMap(entry -> REQUESTED.matcher(entry.getMessage()).results())
                .map(found -> found.group(1))
                .filter(url -> !url.startsWith("about:") && !url.startsWith("data:"))
                .toList();
    }

    private static List<LogEntry> logs(String type) {
        return browser.driver().manage().logs().get(type).getAll();
    }

    private static @Nullable Object script(String script) {
        return browser.driver().executeScript(script);
    }
}
