package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Takes pictures of every page, to be looked at: {@code Screenshots <folder>} of a console with data, without and with
 * hostile names, {@code Screenshots <folder> <address> [page…]} of one that runs.
 */
final class Screenshots {
    private static final String SETTLED = "return !document.querySelector('[data-live]:not([data-state=\"1\"])')";

    private final Browser browser;
    private final Path folder;

    private Screenshots(Browser browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Browser browser = Browser.open()) {
            Screenshots screenshots = new Screenshots(browser, folder);
            if (arguments.length > 1) {
                screenshots.take(
                        URI.create(arguments[1]), "", List.of(arguments).subList(2, arguments.length));
            } else {
                screenshots.takeAll();
            }
        }
    }

    private void takeAll() throws IOException {
        try (RunningDaemon daemon = Showcase.start()) {
            take(daemon.address(), "data-", List.of());
        }
        try (RunningDaemon daemon = RunningDaemon.start()) {
            take(daemon.address(), "empty-", List.of());
        }
        for (int name = 0; name < HostileNames.ALL.size(); name++) {
            try (RunningDaemon daemon = Furnished.with(HostileNames.ALL.get(name))) {
                take(daemon.address(), "hostile-%d-".formatted(name), List.of());
            }
        }
    }

    /** Those pages, or all if none are named. */
    private void take(URI address, String what, List<String> names) throws IOException {
        for (Map.Entry<String, String> page : EveryPage.of(address).entrySet()) {
            if (!names.isEmpty() && !names.contains(page.getKey())) {
                continue;
            }
            for (String scheme : List.of("light", "dark")) {
                browser.preferring(scheme);
                for (int width : List.of(1440, 360)) {
                    browser.sized(width, 900);
                    browser.driver().get(address.resolve(page.getValue()).toString());
                    browser.await().until(driver -> (Boolean) browser.driver().executeScript(SETTLED));
                    shoot(folder.resolve("%s%s-%s-%d.png".formatted(what, page.getKey(), scheme, width)));
                }
            }
        }
    }

    private void shoot(Path file) throws IOException {
        Map<String, Object> all = Map.of("format", "png", "captureBeyondViewport", true);
        String picture = browser.driver()
                .executeCdpCommand("Page.captureScreenshot", all)
                .get("data")
                .toString();
        Files.write(file, Base64.getDecoder().decode(picture));
    }
}
