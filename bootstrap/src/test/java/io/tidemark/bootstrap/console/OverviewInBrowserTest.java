package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;

class OverviewInBrowserTest {
    private static final Why WHY = new Why(
            Why.Test.DEGRADATION,
            new Why.Band(5_000, 7_200),
            new Why.Basis("the first half of 7 days", 1_200, 6_000, 1.1),
            new Why.Score(900, 20),
            new Why.Effect(900, 54_000),
            List.of());

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
        logs(LogType.BROWSER);
    }

    @AfterEach
    void stop() {
        browser.driver().get("about:blank");
        daemon.close();
    }

    @Test
    void page_tellsWhatIsWrongAndWhoWasTold() {
        learnAndBreak("commit");
        daemon.delivered("nobody", new Next.Dead());
        visit();

        assertThat(text(Page.HEADLINE)).isEqualTo("1 alert open: 1 critical");
        assertThat(text(Page.ALERTS))
                .contains("commit", "10×", "60.0 ms", "normal 6.00 ms", "seen once", "team", "delivered");
        assertThat(text(Page.CARDS)).contains("commit", "above limit", "normal 6.00 ms · limit 12.0 ms");
    }

    @Test
    void page_withoutTimingsSaysWhatToDoNext() {
        visit();

        assertThat(text(Page.HEADLINE)).isEqualTo("Nothing is watched yet");
        assertThat(text(By.tagName("main"))).contains("No open alerts", "No timings in the last hour", "tidemark demo");
        assertNothingWentWrong();
    }

    @Test
    void alert_appearsWithoutReloading() {
        daemon.ran("commit", Duration.ofMillis(6), 100);
        daemon.learned("commit");
        visit();
        script("window.sameDocument = true");
        assertThat(text(Page.HEADLINE)).isEqualTo("Nothing is wrong");

        daemon.saw(Severity.CRITICAL, Scope.of("commit"), new Figures(60_000, 6_000, 10));
        daemon.passes(Duration.ofSeconds(2));

        browser.await().until(ExpectedConditions.textToBe(Page.HEADLINE, "1 alert open: 1 critical"));
        browser.await().until(ExpectedConditions.titleIs("(1) Overview · Tidemark"));
        assertThat(script("return window.sameDocument")).isEqualTo(true);
        assertNothingWentWrong();
    }

    @Test
    void alert_saysWhy_andStaysUnfoldedWhenItChanges() {
        Evidence evidence = Evidence.of(new Figures(60_000, 6_000, 10), WHY);
        daemon.saw(AlertType.DEGRADATION, "commit", evidence);
        visit();
        assertThat(text(Page.ALERTS)).contains("slower than before").doesNotContain("Expected");

        browser.driver().findElement(By.tagName("summary")).click();
        daemon.saw(AlertType.DEGRADATION, "commit", evidence);
        daemon.passes(Duration.ofSeconds(2));

        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(Page.ALERTS, "seen 2 times"));
        assertThat(text(Page.ALERTS)).contains(WHY.text());
        assertNothingWentWrong();
    }

    @Test
    void card_changesInItsPlaceAndKeepsTheFocus() {
        daemon.ran("commit", Duration.ofMillis(6), 100);
        visit();
        WebElement chart = browser.driver().findElement(By.cssSelector(".chart"));
        chart.sendKeys(Keys.ARROW_LEFT);
        long top = (Long) script("return Math.round(document.querySelector('.card').getBoundingClientRect().top)");

        daemon.ran("commit", Duration.ofMillis(6), 23);
        daemon.passes(Duration.ofSeconds(2));

        browser.await().until(ExpectedConditions.textToBe(By.cssSelector(".card-count"), "123 timings"));
        assertThat(script("return document.activeElement.className")).isEqualTo("chart");
        assertThat(text(By.cssSelector(".card-reading"))).contains("p99 6.00 ms · 123×");
        assertThat(script("return Math.round(document.querySelector('.card').getBoundingClientRect().top)"))
                .isEqualTo(top);
    }

    @Test
    void chart_tellsItsFiguresUnderThePointer() {
        daemon.ran("commit", Duration.ofMillis(6), 100);
        visit();

        new Actions(browser.driver())
                .moveToElement(browser.driver().findElement(By.cssSelector(".chart-plot")))
                .perform();

        browser.await()
                .until(ExpectedConditions.textToBe(
                        By.cssSelector(".card-reading"), "14:31 · p50 6.00 ms · p95 6.00 ms · p99 6.00 ms · 100×"));
    }

    @Test
    void keyboard_reachesEverything() {
        learnAndBreak("commit");
        visit();
        long reachable = (Long) script(
                "return document.querySelectorAll('a[href], input:not([type=hidden]), [tabindex=\"0\"]').length");

        Set<Object> reached = new HashSet<>();
        for (int i = 0; i < reachable; i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            reached.add(script("return document.activeElement.outerHTML"));
            assertThat(script("return getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
        }

        assertThat(reached).hasSize((int) reachable);
    }

    @Test
    void page_showsTheSameWithoutScripts() {
        learnAndBreak("commit");
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.driver().get(daemon.address().toString());

            assertThat(text(Page.HEADLINE)).isEqualTo("1 alert open: 1 critical");
            assertThat(elements(Page.CARDS)).hasSize(1);
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private void learnAndBreak(String operation) {
        daemon.ran(operation, Duration.ofMillis(6), 100);
        daemon.learned(operation);
        daemon.ran(operation, Duration.ofMillis(60), 10);
        daemon.saw(Severity.CRITICAL, Scope.of(operation), new Figures(60_000, 6_000, 10));
    }

    private void visit() {
        ChromeDriver driver = browser.driver();
        driver.get(daemon.address().toString());
        browser.await().until(ExpectedConditions.presenceOfElementLocated(Page.LIVE));
    }

    private void assertNothingWentWrong() {
        assertThat(logs(LogType.BROWSER))
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    private static List<LogEntry> logs(String type) {
        return browser.driver().manage().logs().get(type).getAll();
    }

    private static String text(By by) {
        return browser.driver().findElement(by).getText();
    }

    private static List<WebElement> elements(By by) {
        return browser.driver().findElements(by);
    }

    private static Object script(String script) {
        return browser.driver().executeScript(script);
    }
}
