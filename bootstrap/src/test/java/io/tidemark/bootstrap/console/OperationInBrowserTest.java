package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;

class OperationInBrowserTest {
    private static final long SEED = 20_261_121;
    private static final By READING = By.cssSelector(".charted .reading");

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
        browser.driver().manage().logs().get(LogType.BROWSER);
        Random random = new Random(SEED);
        for (int minute = 0; minute < 40; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            double load = Math.exp(0.3 * random.nextGaussian());
            daemon.append(List.of(timing("commit & co", 4_000 * load), timing("amend", 9_000 * load)));
        }
        daemon.learned("commit & co");
        daemon.saw(Severity.WARNING, Scope.of("commit & co"), new Figures(60_000, 6_000, 10));
    }

    @AfterEach
    void stop() {
        browser.driver().get("about:blank");
        daemon.close();
    }

    @Test
    void partOfTheTime_isChosenByKeyboard_andTheOperationAndTheComparisonStay() {
        visit("operations?name=commit+%26+co&hours=1&compare=before");

        browser.driver().findElement(By.cssSelector(".chart")).sendKeys(Keys.ARROW_LEFT, "+");

        browser.await().until(ExpectedConditions.urlContains("from="));
        assertThat(browser.driver().getCurrentUrl())
                .contains("name=commit+%26+co", "compare=before", "to=")
                .doesNotContain("hours=");
        assertThat(browser.driver().findElement(By.cssSelector("h1")).getText()).startsWith("commit & co:");
        assertNothingWentWrong();
    }

    @Test
    void deployments_areMarkedAndListed() {
        daemon.tidemark()
                .deployments()
                .record(new Deployment(
                        "2.3.1",
                        daemon.now().minus(Duration.ofMinutes(20)),
                        List.of("commit & co"),
                        new Report("ci", "https://ci.example.org/7", "A new index.")));

        visit("operations?name=commit+%26+co&hours=1");

        WebElement mark = browser.driver().findElement(By.cssSelector("a[data-name='deployment'] .mark"));
        assertThat(mark.getRect().getHeight()).isEqualTo(260);
        assertThat(mark.getCssValue("stroke")).startsWith("rgb");
        assertThat(browser.driver()
                        .findElement(By.cssSelector("a[data-name='deployment'] title"))
                        .getAttribute("textContent"))
                .isEqualTo("20 Nov 14:51 · 2.3.1 deployed, by ci: A new index.");
        assertThat(browser.driver().findElement(By.id("deployments")).getText())
                .contains("2.3.1", "commit & co", "ci", "A new index.");
        assertNothingWentWrong();

        visit("operations?name=amend&hours=1");
        assertThat(browser.driver().findElements(By.cssSelector("a[data-name='deployment']")))
                .isEmpty();
    }

    @Test
    void legend_hidesWhatItNames() {
        visit("operations?name=commit+%26+co&hours=1");

        browser.driver().findElement(By.cssSelector("[data-toggles='alert']")).click();

        assertThat(browser.driver()
                        .findElement(By.cssSelector("a[data-name='alert']"))
                        .isDisplayed())
                .isFalse();
    }

    @Test
    void heatMap_isReadByKeyboard() {
        visit("operations?name=commit+%26+co&hours=1");
        List<WebElement> charts = browser.driver().findElements(By.cssSelector(".chart"));

        charts.get(1).sendKeys(Keys.ARROW_LEFT);

        assertThat(browser.driver().findElements(READING).get(1).getText()).contains("· 1 timing ·", "ms: 1");
    }

    @Test
    void matrix_isReadAndOpenedByKeyboard() {
        visit("correlations?hours=1");
        WebElement matrix = browser.driver().findElement(By.cssSelector(".matrix"));

        matrix.sendKeys(Keys.ARROW_DOWN);

        assertThat(browser.driver().findElement(READING).getText()).contains("×", "r 1.00");
        matrix.sendKeys(Keys.ENTER);
        browser.await().until(ExpectedConditions.urlContains("a="));
        assertThat(browser.driver().findElements(By.cssSelector(".chart"))).hasSize(2);
        assertNothingWentWrong();
    }

    private Timing timing(String operation, double micros) {
        return new Timing(operation, Math.round(micros), daemon.now(), Context.of("ada"));
    }

    private void visit(String path) {
        browser.driver().get(daemon.address() + path);
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("headline")));
    }

    private static void assertNothingWentWrong() {
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }
}
