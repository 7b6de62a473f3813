package io.tidemark.bootstrap.console.frame;

import io.tidemark.application.port.Health;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * How the daemon is, in a few words.
 *
 * @param isUp whether all parts are up
 * @param words what is up or down
 * @param detail each part with what it says
 */
public record HealthView(boolean isUp, String words, String detail) {

    public static HealthView of(Map<String, Health> parts) {
        List<String> down = parts.entrySet().stream()
                .filter(part -> !part.getValue().up())
                .map(Entry::getKey)
                .toList();
        List<String> details = parts.entrySet().stream()
                .map(part -> "%s %s: %s"
                        .formatted(
                                part.getKey(),
                                part.getValue().up() ? "up" : "down",
                                part.getValue().detail()))
                .toList();
        String words = down.isEmpty() ? "All parts up" : "Down: " + String.join(", ", down);
        return new HealthView(down.isEmpty(), words, String.join("; ", details));
    }
}
