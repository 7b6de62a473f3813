package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertType;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What people on duty do, in a browser. */
class DutyInBrowserTest {
    private static final By SAID = By.cssSelector("[data-status]");

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
        browser.driver().manage().deleteAllCookies();
        browser.driver().get("about:blank");
        daemon.close();
    }

    @Test
    void operator_acknowledges_andEverybodySeesWho() {
        OnDuty.spend(daemon, "commit");
        logIn("ada", Role.OPERATOR);
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        visit("alerts/" + alert);

        String form = form("POST /api/v1/alerts/%d/acknowledge".formatted(alert));
        type(form + " [name=note]", "it was the vacuum");
        click(form + " button");

        assertSaid("You have taken it on; whoever was told hears of it.");
        assertThat(text("main")).contains("taken on by ada", "it was the vacuum");
        assertThat(script("return document.activeElement.id")).isEqualTo("main");
        assertThat(daemon.tidemark().alerts().find(alert).orElseThrow().alert().state())
                .isInstanceOfSatisfying(
                        Acknowledged.class, state -> assertThat(state.by()).isEqualTo("ada"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void operator_snoozes_andTheAlertSaysUntilWhen() {
        OnDuty.spend(daemon, "commit");
        logIn("ada", Role.OPERATOR);
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        visit("alerts/" + alert);

        click(".decisions summary");
        click(form("POST /api/v1/alerts/%d/snooze".formatted(alert)) + " button");

        assertSaid("Nobody is told of it until then.");
        assertThat(text(".timeline")).contains("Put off by ada until 15:54");
    }

    @Test
    void operator_approvesABaseline_andItIsInForce() {
        OnDuty.spend(daemon, "commit");
        logIn("ada", Role.OPERATOR);
        visit("baselines");
        assertThat(text(".comparison")).contains("commit", "+567 %", "6.00 ms", "40.0 ms");

        click(".comparison button.main");

        assertSaid("The baseline was approved.");
        assertThat(text("main")).contains("approved by ada").doesNotContain("Waiting for your word");
    }

    @Test
    void operator_replaysADeadLetter() {
        OnDuty.spend(daemon, "commit");
        logIn("ada", Role.OPERATOR);
        long dead = daemon.messages(DeliveryStatus.FAILED).get(0);
        visit("delivery?status=failed");

        click(form("POST /api/v1/deliveries/%d/replay".formatted(dead)) + " button");

        assertSaid("It is sent again.");
        assertThat(daemon.messages(DeliveryStatus.FAILED)).doesNotContain(dead);
        assertThat(daemon.messages(DeliveryStatus.PENDING)).contains(dead);
    }

    @Test
    void operator_seesTheNextFiveDatesOfAWindow_andThenMakesIt() {
        logIn("ada", Role.OPERATOR);
        visit("quiet");
        String form = form("PUT /api/v1/windows");
        type(form + " [name=name]", "nightly");
        type(form + " [name=recurrence]", "daily 02:00-03:30");
        type(form + " [name=timeZone]", "Europe/Berlin");
        click(form + " [data-plain]");

        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("window-preview")));
        assertThat(browser.driver().findElements(By.cssSelector("#window-preview li")))
                .hasSize(5)
                .first()
                .satisfies(
                        first -> assertThat(first.getText())
                                .isEqualTo(
                                        "Sat 21 Nov 2026 02:00 to Sat 03:30 (+01:00) 21 Nov 01:00 to 21 Nov 02:30 UTC, 1 h 30 min"));
        assertThat(daemon.tidemark().alerting().windows().windows()).isEmpty();

        click(form + " button.main");

        assertSaid("The window is set.");
        assertThat(text("table")).contains("nightly", "daily 02:00-03:30 Europe/Berlin", "ada");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/quiet");
    }

    @Test
    void admin_seesANewTokenOnce() {
        logIn("ada", Role.ADMIN);
        visit("settings");
        String form = form("POST /api/v1/tokens");
        type(form + " [name=name]", "ci");
        click(form + " button");

        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("new-token"), "tidemark_"));
        visit("settings");
        assertThat(text("#tokens"))
                .containsIgnoringCase("in force")
                .contains("ci", "viewer")
                .doesNotContain("tidemark_");
    }

    @Test
    void mistake_isShownInItsForm_andWhatWasTypedStays() {
        logIn("ada", Role.OPERATOR);
        visit("quiet");
        String form = form("PUT /api/v1/windows");
        type(form + " [name=name]", "nightly");
        type(form + " [name=recurrence]", "hourly 02:00");
        click(form + " button.main");

        browser.await().until(driver -> text(form + " .answer").contains("hourly 02:00"));
        assertThat(browser.driver()
                        .findElement(By.cssSelector(form + " [name=name]"))
                        .getDomProperty("value"))
                .isEqualTo("nightly");
    }

    @Test
    void daemonThatIsGone_isSaidInTheForm() {
        OnDuty.spend(daemon, "commit");
        long alert = OnDuty.alert(daemon, AlertType.THRESHOLD_EXCEEDED);
        logIn("ada", Role.OPERATOR);
        visit("alerts/" + alert);
        daemon.close();

        String form = form("POST /api/v1/alerts/%d/acknowledge".formatted(alert));
        click(form + " button");

        browser.await().until(driver -> text(form + " .answer").equals("The daemon does not answer: is it running?"));
    }

    @Test
    void admin_isToldBesideTheFieldWhatIsWrong_andThenSetsThresholds() {
        logIn("ada", Role.ADMIN);
        visit("settings");
        String form = form("PUT /api/v1/detection-rules/{operation}");
        type(form + " [name=operation]", "comit");
        click(form + " button");

        browser.await()
                .until(ExpectedConditions.textToBe(
                        By.cssSelector(form + " label:has([name=operation]) + .answer"),
                        "there is no operation 'comit': it becomes known with its first timing"));
        assertThat(browser.driver()
                        .executeScript("return document.querySelector(\"" + form + " [name=operation]\").ariaInvalid"))
                .isEqualTo("true");

        browser.driver().findElement(By.cssSelector(form + " [name=operation]")).clear();
        type(form + " [name=operation]", "commit");
        type(form + " [name=warning]", "9");
        type(form + " [name=critical]", "4");
        click(form + " button");
        browser.await()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector(form + " label:has([name=warning]) + .answer"),
                        "warning 9.0 and critical 4.0 must be scores from 1 to 100"));

        browser.driver().findElement(By.cssSelector(form + " [name=critical]")).clear();
        type(form + " [name=critical]", "12.5");
        click(form + " [value=single_spike]");
        click(form + " button");

        assertSaid("It has thresholds of its own from now on.");
        assertThat(text("#detection")).contains("commit 9.0 12.5 single_spike");
        visit("audit");
        assertThat(text("main")).contains("warning from 9.0, critical from 12.5, alerts on single_spike");

        visit("settings");
        click(form("DELETE /api/v1/detection-rules/{operation}") + " button");

        assertSaid("What holds for all holds for it again.");
        assertThat(daemon.tidemark().analysis().detectionRules().rules()).isEmpty();
    }

    @Test
    void admin_changesAnOperation_andTheRoutes() {
        logIn("ada", Role.ADMIN);
        visit("settings");
        type("#change-operation [name=operation]", "commit");
        type("#change-operation [name=description]", "Keeps what was changed.");
        click("#change-operation [name=tracked] [value=false]");
        click("#change-operation button");

        assertSaid("It is kept.");
        assertThat(daemon.tidemark().operations().all())
                .filteredOn(operation -> operation.name().equals("commit"))
                .singleElement()
                .satisfies(commit -> {
                    assertThat(commit.tracked()).isFalse();
                    assertThat(commit.description()).isEqualTo("Keeps what was changed.");
                });

        assertThat(daemon.tidemark().routes().routes()).isNotEmpty();
        visit("settings");
        click("#routes details summary");
        browser.driver()
                .findElement(By.cssSelector("#change-routes [name=yaml]"))
                .clear();
        type("#change-routes [name=yaml]", "routes: []");
        click("#change-routes button");
        browser.driver().switchTo().alert().accept();

        assertSaid("The routes were replaced.");
        assertThat(daemon.tidemark().routes().routes()).isEmpty();
    }

    /** The first token must be an admin's: then there may be others. */
    private void logIn(String name, Role role) {
        daemon.token("root", Role.ADMIN);
        String token = daemon.token(name, role);
        visit("login");
        type("#token", token);
        click(".login button");
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".visitor[title]")));
        warnings();
    }

    private void visit(String path) {
        browser.driver().get(daemon.address() + path);
    }

    private void type(String selector, String text) {
        browser.driver().findElement(By.cssSelector(selector)).sendKeys(text);
    }

    /** Pages scroll smoothly, which a click does not wait for. */
    private void click(String selector) {
        WebElement element = browser.driver().findElement(By.cssSelector(selector));
        browser.driver().executeScript("arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", element);
        element.click();
    }

    private void assertSaid(String words) {
        browser.await().until(ExpectedConditions.textToBe(SAID, words));
    }

    private static String form(String call) {
        return "form[data-call='%s']".formatted(call);
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static @Nullable Object script(String script) {
        return browser.driver().executeScript(script);
    }

    private static List<LogEntry> warnings() {
        return browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
    }
}
