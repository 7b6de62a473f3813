package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** From a question to its answer, through as many pages as it takes. */
class JourneysInBrowserTest {
    private static final long SEED = 20_261_121;
    private static final int MOST_TABS = 60;

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
    }

    @AfterEach
    void stop() {
        browser.driver().get("about:blank");
        daemon.close();
    }

    @Test
    void slowMerges_leadToTheirCause_inThreeClicks() {
        daemon.merged(MergeWorld.slowerSinceYesterday(daemon));
        visit("/");

        click(By.linkText("merge_branches"));
        click(By.linkText("Where merges lose their time"));
        assertThat(text("main"))
                .contains("Merges lose their time detecting conflicts", "feature/x into main: since 19 Nov");
        click(By.cssSelector(".pairs a.pair"));

        assertThat(text("h1")).startsWith("Merges of feature/x into main lose their time detecting conflicts");
        assertThat(text(".advice"))
                .contains("since 19 Nov", "most of it in detecting conflicts", "What would help", "compare hashes");
    }

    @Test
    void twoDays_areCompared() {
        daemon.append(slowerToday("commit"));
        visit("/");

        click(By.linkText("commit"));
        click(By.linkText("24 h"));
        click(By.linkText("The time before"));

        assertThat(text("#compared")).contains("Last 24 hours", "The time before", "+50 %");
        assertThat(text("main")).contains("more of a difference than chance explains");
        assertThat(browser.driver()
                        .findElement(By.cssSelector("[data-name^='p50 the time before']"))
                        .isDisplayed())
                .isTrue();
    }

    @Test
    void alert_isTakenOn_withTheKeyboardAlone() {
        OnDuty.spend(daemon, "commit");
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        visit("/");

        press(Keys.TAB);
        assertThat(active(".skip")).isTrue();
        assertThat((Long) script("return Math.round(document.activeElement.getBoundingClientRect().top)"))
                .isNotNegative();
        press(Keys.ENTER);
        tabTo(".alert-severity a[href='/alerts/%d']".formatted(alert));
        press(Keys.ENTER);
        browser.await().until(ExpectedConditions.urlContains("/alerts/" + alert));
        tabTo("form[data-call$='/acknowledge'] [name=note]");
        browser.driver().switchTo().activeElement().sendKeys("it was the vacuum", Keys.ENTER);

        browser.await()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector("[data-status]"), "taken it on"));
        assertThat(text(".timeline")).contains("it was the vacuum");
        assertThat(daemon.tidemark().alerts().find(alert).orElseThrow().alert().state())
                .isInstanceOf(Acknowledged.class);
        assertThat(active("main")).isTrue();
    }

    @Test
    void chart_isZoomed_withTheKeyboardAlone() {
        daemon.ran("commit", Duration.ofMillis(6), 100);
        daemon.learned("commit");
        daemon.saw(Severity.CRITICAL, Scope.of("commit"), new Figures(60_000, 6_000, 10));
        visit("/operations?name=commit&hours=3");

        tabTo(".chart[data-from]");
        press(Keys.ARROW_LEFT);
        assertThat(text(".charted .reading")).contains("p50");
        press("+");

        browser.await().until(ExpectedConditions.urlContains("from="));
        assertThat(browser.driver().getCurrentUrl())
                .contains("name=commit", "to=")
                .doesNotContain("hours=");
    }

    /** Runs of 4 ms yesterday, and of 6 ms today. */
    private List<Timing> slowerToday(String operation) {
        Random random = new Random(SEED);
        Instant today = daemon.now().minus(Duration.ofDays(1));
        List<Timing> timings = new ArrayList<>();
        for (Instant at = today.minus(Duration.ofDays(1)); at.isBefore(daemon.now()); at = at.plusSeconds(60)) {
            double micros = (at.isBefore(today) ? 4_000 : 6_000) * (1 + 0.02 * random.nextGaussian());
            timings.add(new Timing(operation, Math.round(micros), at, Context.of("ada")));
        }
        return timings;
    }

    private void visit(String path) {
        browser.driver().get(daemon.address().resolve(path).toString());
    }

    /** Goes where a link leads, as people do. */
    private static void click(By by) {
        WebElement link = browser.driver().findElement(by);
        String before = browser.driver().getCurrentUrl();
        browser.driver().executeScript("arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", link);
        link.click();
        browser.await().until(driver -> !before.equals(driver.getCurrentUrl()));
    }

    /** Each stop on the way shows that it is there. */
    private static void tabTo(String selector) {
        for (int tab = 0; tab < MOST_TABS && !active(selector); tab++) {
            press(Keys.TAB);
            assertThat(script("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as("%s has no outline", script("return document.activeElement.outerHTML"))
                    .isNotEqualTo("none");
        }
        assertThat(active(selector)).as(selector).isTrue();
    }

    private static void press(CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    private static boolean active(String selector) {
        return (Boolean)
                browser.driver().executeScript("return document.activeElement.matches(arguments[0])", selector);
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static @Nullable Object script(String script) {
        return browser.driver().executeScript(script);
    }
}
