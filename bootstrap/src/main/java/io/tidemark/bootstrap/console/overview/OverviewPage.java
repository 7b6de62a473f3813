package io.tidemark.bootstrap.console.overview;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The first page, and what keeps it up to date. */
public final class OverviewPage implements Page, AutoCloseable {
    private static final Duration LIVE_INTERVAL = Duration.ofSeconds(2);

    private final Shell shell;
    private final Composition composition;
    private final LiveFeed live;

    public OverviewPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.composition = new Composition(new Readings(sources));
        this.live = new LiveFeed(this::regions, LIVE_INTERVAL);
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/", this::show);
        routes.before("/live", live::admit);
        routes.sse("/live", live::join);
    }

    @Override
    public void close() {
        live.close();
    }

    private void show(Context ctx) {
        shell.show(ctx, Place.OVERVIEW, "overview/overview.jte", composition.view(OverviewQuery.of(ctx)));
    }

    private List<Region> regions(OverviewQuery query) {
        OverviewView view = composition.view(query);
        List<Region> cards = view.operations().cards().stream()
                .map(card -> Region.of(card.id(), render("card", "card", card)))
                .toList();
        return List.of(
                Region.of("headline", render("headline", "headline", view.headline())),
                Region.of("health", shell.render("frame/health.jte", Map.of("health", view.health()))),
                Region.of("alerts", render("alerts", "alerts", view.alerts())),
                new Region("operations", () -> render("operations", "view", view), cards),
                Region.of("figures", render("figures", "figures", view.figures())));
    }

    private String render(String template, String name, Object value) {
        return shell.render("overview/" + template + ".jte", Map.of(name, value));
    }
}
