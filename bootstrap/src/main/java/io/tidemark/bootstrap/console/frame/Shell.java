package io.tidemark.bootstrap.console.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Renders pages: each template is given its {@code frame}, and what it shows. */
public final class Shell {
    private static final String TEMPLATES = "io.tidemark.bootstrap.console";

    private final Assets assets = new Assets();
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Shell.class.getClassLoader(), TEMPLATES);
    private final Function<Context, Visitor> visitors;

    /** @param visitors tells who looks at a page */
    public Shell(Function<Context, Visitor> visitors) {
        this.visitors = visitors;
    }

    public Assets assets() {
        return assets;
    }

    /** Who looks at a page. */
    public Visitor visitor(Context ctx) {
        return visitors.apply(ctx);
    }

    /** Answers with a page of one of the places, whose template takes a {@code view}. */
    public void show(Context ctx, Place place, String template, Object view) {
        Frame frame = new Frame(assets, place, visitors.apply(ctx), ctx.path());
        ctx.html(render(template, Map.of("frame", frame, "view", view)));
    }

    /** A page that is none of the places. */
    public String page(String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", new Frame(assets, null, Visitor.UNKNOWN, "/"));
        return render(template, all);
    }

    /** A part of a page, or the whole of it. */
    public String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        templates.render(template, values, output);
        return output.toString();
    }
}
