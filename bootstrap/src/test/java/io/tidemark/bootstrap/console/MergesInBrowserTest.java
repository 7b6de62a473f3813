package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;

/** The pages of merges and traces, as people see them. */
class MergesInBrowserTest {
    private static Browser browser;

    private RunningDaemon daemon;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        daemon = RunningDaemon.start();
        browser.sized(1440, 900);
        browser.preferring("light");
        warnings();
    }

    @AfterEach
    void stop() {
        browser.driver().get("about:blank");
        daemon.close();
    }

    @Test
    void hostileNames_areTextOnAllPages() {
        for (String name : HostileNames.ALL) {
            daemon.merged(List.of(
                    MergeWorld.quarrelling(daemon, name, name, 1).inSpan(MergeWorld.id(1)),
                    MergeWorld.clean(daemon, name, "main", 2)));
            daemon.spanned(MergeWorld.trace(daemon, name));
            browser.sized(360, 900);

            for (String path : List.of("merges", "traces", "traces/" + MergeWorld.TRACE)) {
                visit(path);
                assertThat(script("return window.broken === undefined")).isEqualTo(true);
                assertThat(script("return document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360L);
                assertThat((List<?>) script("return [...document.querySelectorAll('bdi')].map(e => e.textContent)"))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .contains(name);
            }
            daemon.close();
            daemon = RunningDaemon.start();
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void span_unfoldsByTheKeyboard() {
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));
        visit("traces/" + MergeWorld.TRACE);

        browser.driver()
                .findElement(By.cssSelector("#s" + MergeWorld.id(3).spanId() + " summary"))
                .sendKeys(Keys.ENTER);

        assertThat(browser.driver()
                        .findElement(By.cssSelector("#s" + MergeWorld.id(3).spanId() + " .span-facts"))
                        .getText())
                .contains("merge feature/x", "4,096 bytes");
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 1440", "light, 360", "dark, 360"})
    void pages_areAccessible(String scheme, int width) throws IOException {
        browser.sized(width, 900);
        browser.preferring(scheme);
        for (String path : List.of("merges", "traces")) {
            visit(path);
            assertNothingIsAmiss(path + " without data");
        }
        daemon.merged(IntStream.range(0, 60)
                .mapToObj(i -> i % 3 == 0
                        ? MergeWorld.quarrelling(daemon, "feature/y", "main", i)
                        : MergeWorld.clean(daemon, "feature/x", "main", i))
                .toList());
        daemon.spanned(MergeWorld.trace(daemon, "merge feature/x"));
        for (String path : List.of("merges?hours=1", "traces", "traces/" + MergeWorld.TRACE)) {
            visit(path);
            assertNothingIsAmiss(path);
        }
        assertThat(warnings()).isEmpty();
    }

    private void assertNothingIsAmiss(String page) throws IOException {
        try (InputStream axe = getClass().getResourceAsStream("/axe/axe.min.js")) {
            script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object violations = browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
                          .then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join('; '))));
                        """);
        assertThat(violations)
                .as(page)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private void visit(String path) {
        browser.driver().get(daemon.address() + path);
    }

    private static Object script(String script) {
        return browser.driver().executeScript(script);
    }

    private static List<String> warnings() {
        return browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }
}
