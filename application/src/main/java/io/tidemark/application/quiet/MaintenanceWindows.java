package io.tidemark.application.quiet;

import io.tidemark.application.alert.Quieting;
import io.tidemark.application.port.WindowBook;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.OpenWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps quiet what happens during planned work. */
public final class MaintenanceWindows implements Quieting {
    private final WindowBook book;
    private final Function<Alert, Labels> labels;
    private volatile List<MaintenanceWindow> windows = List.of();

    public MaintenanceWindows(WindowBook book, Function<Alert, Labels> labels) {
        this.book = book;
        this.labels = labels;
    }

    /** Reads anew which windows there are. */
    @Override
    public void refresh() {
        hasChanged();
    }

    /** Reads them anew, and says whether there are others than before. */
    public boolean hasChanged() {
        List<MaintenanceWindow> before = windows;
        windows = book.windows().stream().map(FiledWindow::window).toList();
        return !windows.equals(before);
    }

    /** The window that is open for it now, until the last one ends of those that follow upon each other. */
    @Override
    public Optional<Quiet> quiet(Alert alert, Instant now) {
        Labels its = labels.apply(alert);
        List<MaintenanceWindow> covering = windows.stream()
                .filter(window -> window.covers(alert.severity(), its))
                .toList();
        return OpenWindow.among(covering, now)
                .map(open -> new Quiet(
                        QuietReason.MAINTENANCE_WINDOW,
                        "window " + open.window().name(),
                        open.until()));
    }
}
