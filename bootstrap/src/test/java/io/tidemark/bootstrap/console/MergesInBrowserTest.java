package io.tidemark.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private void visit(String path) {
        browser.driver().get(daemon.address() + path);
    }

    private static List<String> warnings() {
        return browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }
}
