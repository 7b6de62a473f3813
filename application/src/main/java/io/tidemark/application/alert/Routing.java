package io.tidemark.application.alert;

import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.notification.RouteReplay;
import io.tidemark.domain.notification.RouteReplay.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Where alerts go: says why, tries routes on the past, and changes them. */
public final class Routing {
    private final Storage storage;
    private final Router router;
    private final Function<Alert, Labels> labels;
    private final Quieting quiet;
    private final Clock clock;

    /** @param quiet why nobody is told of an alert, if so, before routes are asked */
    public Routing(Storage storage, Router router, Function<Alert, Labels> labels, Quieting quiet, Clock clock) {
        this.storage = storage;
        this.router = router;
        this.labels = labels;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** The routes in their order. */
    public List<Route> routes() {
        return storage.routes().routes();
    }

    /** Puts other routes in place of all; every node goes by them a moment later. */
    public void replace(List<Route> routes, String by) {
        RouteBook book = storage.routes();
        RouteChange change = RouteChange.to(routes, by, clock);
        book.replace(change.after(), change::entry);
        router.refresh();
    }

    /** Where an alert would go now. */
    public Explanation explain(Alert alert) {
        Instant now = clock.instant();
        return router.explain(alert, quiet.quiet(alert, now), now);
    }

    /**
     * Who would have been told of the alerts that were seen since then, or are not over.
     *
     * @param routes those to try
     * @param repeats when an alert is told again that is told by itself
     */
    public Tally replay(List<Route> routes, RepeatPolicy repeats, Instant since) {
        List<Alert> alerts = storage.incidents().since(since, EnumSet.allOf(AlertType.class));
        return new RouteReplay(routes, labels, repeats).tally(alerts, clock.instant());
    }
}
