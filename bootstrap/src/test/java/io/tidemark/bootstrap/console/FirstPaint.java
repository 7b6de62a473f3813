package io.tidemark.bootstrap.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures how long people wait for the first chart of a page of a console that runs: {@code FirstPaint <address>
 * [page…]}. Prints the figures of one load without a cache and the medians of five with one, in milliseconds from the
 * start of the navigation.
 */
final class FirstPaint {
    private static final int LOADS = 5;
    private static final List<String> USUAL = List.of("overview", "operation", "merges");
    private static final List<String> FIGURES =
            List.of("first byte", "last byte", "first paint", "first chart", "DOM ready", "loaded");

    /** Says when the first chart is drawn: in the frame after it is in the document. */
    private static final String WATCH = """
            new MutationObserver((changes, observer) => {
              if (!document.querySelector('.chart svg path, .chart svg rect')) return;
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => { window.firstChart = performance.now(); }));
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String READ = """
            const page = performance.getEntriesByType('navigation')[0];
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            return [page.responseStart, page.responseEnd, paint ? paint.startTime : -1, window.firstChart ?? -1,
              page.domContentLoadedEventEnd, page.loadEventEnd].map(Math.round);
            """;

    private static final String DONE =
            "return performance.getEntriesByType('navigation')[0].loadEventEnd > 0 && performance.getEntriesByType('paint').length > 1";

    private FirstPaint() {}

    public static void main(String[] arguments) {
        URI address = URI.create(arguments[0]);
        List<String> pages = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : USUAL;
        try (Browser browser = Browser.open()) {
            browser.sized(1440, 900);
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
            Map<String, String> addresses = EveryPage.of(address);
            System.out.printf("%-12s %-5s %s%n", "page", "cache", String.join("  ", FIGURES));
            for (String page : pages) {
                String url = address.resolve(addresses.get(page)).toString();
                browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
                print(page, "cold", load(browser, url));
                List<List<Long>> warm = new ArrayList<>();
                IntStream.range(0, LOADS).forEach(i -> warm.add(load(browser, url)));
                print(page, "warm", medians(warm));
            }
        }
    }

    private static List<Long> load(Browser browser, String url) {
        browser.driver().get("about:blank");
        browser.driver().get(url);
        browser.await().until(driver -> (Boolean) browser.driver().executeScript(DONE));
        return ((List<?>) browser.driver().executeScript(READ))
                .stream().map(figure -> (Long) figure).toList();
    }

    private static List<Long> medians(List<List<Long>> loads) {
        return IntStream.range(0, FIGURES.size())
                .mapToObj(figure -> loads.stream()
                        .map(load -> load.get(figure))
                        .sorted()
                        .toList()
                        .get(LOADS / 2))
                .toList();
    }

    private static void print(String page, String cache, List<Long> figures) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s %-5s", page, cache));
        for (int i = 0; i < FIGURES.size(); i++) {
            line.append(String.format(
                    Locale.ROOT, " %" + (FIGURES.get(i).length() + (i == 0 ? 0 : 1)) + "d", figures.get(i)));
        }
        System.out.println(line);
    }
}
