package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Takes pictures of the console, to be looked at: {@code Screenshots <folder>}. */
final class Screenshots {
    private Screenshots() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Browser browser = Browser.open()) {
            try (RunningDaemon daemon = Showcase.start()) {
                shoot(browser, daemon, folder, "data", "?hours=3");
            }
            try (RunningDaemon daemon = RunningDaemon.start()) {
                shoot(browser, daemon, folder, "empty", "");
            }
            try (RunningDaemon daemon = HostileNames.start()) {
                shoot(browser, daemon, folder, "hostile", "");
            }
        }
    }

    private static void shoot(Browser browser, RunningDaemon daemon, Path folder, String what, String query)
            throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.preferring(scheme);
            for (int width : List.of(1440, 360)) {
                browser.sized(width, 900);
                browser.driver().get(daemon.address() + query);
                browser.await().until(driver -> !driver.findElements(Page.LIVE).isEmpty());
                String picture = browser.driver()
                        .executeCdpCommand(
                                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                        .get("data")
                        .toString();
                Path file = folder.resolve("%s-%s-%d.png".formatted(what, scheme, width));
                Files.write(file, Base64.getDecoder().decode(picture));
            }
        }
    }
}
