package io.tidemark.bootstrap.console;

import org.openqa.selenium.By;

/** Where things are on the pages. */
final class Page {
    static final By LIVE = By.cssSelector("[data-live][data-state='1']");
    static final By ALERTS = By.cssSelector(".alert");
    static final By CARDS = By.cssSelector(".card");
    static final By HEADLINE = By.cssSelector("h1");

    private Page() {}
}
