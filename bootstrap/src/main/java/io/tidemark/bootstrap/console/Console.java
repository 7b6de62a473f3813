package io.tidemark.bootstrap.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.domain.alert.Runbook;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The pages that people look at, and what keeps them up to date. */
public final class Console implements AutoCloseable {
    private static final Duration LIVE_INTERVAL = Duration.ofSeconds(2);

    private final Assets assets = new Assets();
    private final TemplateEngine templates;
    private final OverviewPage overview;
    private final LiveFeed live;

    public Console(ConsoleSources sources) {
        this.templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Console.class.getClassLoader(), Console.class.getPackageName());
        this.overview = new OverviewPage(new Readings(sources));
        this.live = new LiveFeed(this::regions, LIVE_INTERVAL);
    }

    /** Adds the pages to a server. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/", this::showOverview);
        routes.before("/live", live::admit);
        routes.sse("/live", live::join);
        routes.get("/assets/{version}/{name}", assets::serve);
    }

    /** The page that says that something went wrong. */
    public String problem(String title, String detail) {
        return render("problem.jte", Map.of("title", title, "detail", detail, "assets", assets));
    }

    /**
     * The page on which people show a token.
     *
     * @param name the name of the token that they are logged in with, or empty
     * @param target where they go from there
     * @param wrong what was wrong with the token that they have shown, or empty
     */
    public String login(String name, String target, String wrong) {
        return render("login.jte", Map.of("name", name, "target", target, "wrong", wrong, "assets", assets));
    }

    /**
     * The page on which people take an alert on, by a link that they were sent.
     *
     * @param title what the alert says, or empty
     * @param said what became of it, when it is not open to be taken on
     */
    public String acknowledge(String title, String said, boolean open) {
        return render("acknowledge.jte", Map.of("title", title, "said", said, "open", open, "assets", assets));
    }

    /** The page that says what to do about a type of alert. */
    public String runbook(Runbook runbook) {
        return render("runbook.jte", Map.of("runbook", runbook, "assets", assets));
    }

    @Override
    public void close() {
        live.close();
    }

    private void showOverview(Context ctx) {
        OverviewView view = overview.view(OverviewQuery.of(ctx));
        ctx.html(render("overview.jte", Map.of("view", view, "assets", assets)));
    }

    private List<Region> regions(OverviewQuery query) {
        OverviewView view = overview.view(query);
        List<Region> cards = view.operations().cards().stream()
                .map(card -> Region.of(card.id(), render("card.jte", Map.of("card", card))))
                .toList();
        return List.of(
                Region.of("headline", render("headline.jte", Map.of("headline", view.headline()))),
                Region.of("health", render("health.jte", Map.of("health", view.health()))),
                Region.of("alerts", render("alerts.jte", Map.of("alerts", view.alerts()))),
                new Region("operations", () -> render("operations.jte", Map.of("view", view)), cards),
                Region.of("figures", render("figures.jte", Map.of("figures", view.figures()))));
    }

    private String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        templates.render(template, values, output);
        return output.toString();
    }
}
