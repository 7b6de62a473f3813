package io.tidemark.application.quiet;

import io.tidemark.application.port.WindowBook;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.FiledWindow.Origin;
import io.tidemark.domain.quiet.MaintenanceWindow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what people and settings say about maintenance windows, and tells which there are. */
public final class WindowDesk {
    /** Each one is asked for every alert; who needs more wants a cron, or matchers. */
    public static final int MOST = 1_000;

    private static final String SETTINGS = "settings";

    private final WindowBook book;
    private final Clock clock;

    public WindowDesk(WindowBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** All windows, by name. */
    public List<FiledWindow> windows() {
        return book.windows();
    }

    public Optional<FiledWindow> find(String name) {
        return windows().stream()
                .filter(filed -> filed.window().name().equals(name))
                .findFirst();
    }

    /**
     * Sets a window, in place of one of the same name.
     *
     * @throws IllegalArgumentException when there are too many
     */
    public FiledWindow set(MaintenanceWindow window, String by) {
        List<FiledWindow> known = windows();
        if (known.size() >= MOST
                && known.stream().noneMatch(filed -> filed.window().name().equals(window.name()))) {
            throw new IllegalArgumentException(
                    "there are %d windows: remove some, or let one come again by a cron".formatted(MOST));
        }
        FiledWindow filed = new FiledWindow(window, Origin.PERSON, by, clock.instant());
        book.set(filed);
        return filed;
    }

    /** Removes a window; what it kept quiet and still fires is told. Whether there was one of that name. */
    public boolean remove(String name, String by) {
        return book.remove(name, clock.instant(), by);
    }

    /**
     * Puts the windows of the settings in place of those that came from settings before. One that a person has changed is
     * set back when the settings name it.
     */
    public void load(List<MaintenanceWindow> windows) {
        List<FiledWindow> known = windows();
        Set<String> names = windows.stream().map(MaintenanceWindow::name).collect(Collectors.toSet());
        known.stream()
                .filter(filed -> filed.origin() == Origin.SETTINGS
                        && !names.contains(filed.window().name()))
                .forEach(filed -> remove(filed.window().name(), SETTINGS));
        windows.stream()
                .filter(window -> known.stream()
                        .noneMatch(filed -> filed.origin() == Origin.SETTINGS
                                && filed.window().equals(window)))
                .forEach(window -> book.set(new FiledWindow(window, Origin.SETTINGS, SETTINGS, clock.instant())));
    }
}
