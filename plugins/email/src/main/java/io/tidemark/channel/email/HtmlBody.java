package io.tidemark.channel.email;

import io.tidemark.channel.Message;
import io.tidemark.channel.Trend;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The message as HTML that mail clients understand: tables and styles in place, since many of them drop style sheets. What
 * stands in the style sheet is for dark clients that keep it.
 */
final class HtmlBody {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%1$s</title>
            <style>
            @media (prefers-color-scheme: dark) {
              .page { background: #111418 !important; }
              .card { background: #1c2127 !important; }
              .ink { color: #e6e8eb !important; }
              .pale { color: #9aa3ad !important; }
              .line { border-color: #333a42 !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f2f4f6;">
            <div style="display:none;max-height:0;overflow:hidden;">%2$s: %1$s</div>
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px;">
            <table role="presentation" class="card" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:620px;background:#ffffff;border-left:6px solid %3$s;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
            <tr><td style="padding:20px 22px;word-break:break-word;overflow-wrap:anywhere;">
            <span style="display:inline-block;padding:3px 8px;border-radius:3px;background:%3$s;color:#ffffff;font-size:12px;font-weight:bold;letter-spacing:0.5px;">%2$s</span>
            <h1 class="ink" style="margin:12px 0 0 0;font-size:20px;line-height:1.3;color:#1b1f24;">%1$s</h1>
            %4$s
            <p class="pale" style="margin:18px 0 0 0;font-size:12px;line-height:1.4;color:#5f6973;">%5$s</p>
            </td></tr></table>
            </td></tr></table>
            </body>
            </html>
            """;
    private static final String TEXT =
            "<p class=\"ink\" style=\"margin:10px 0 0 0;font-size:15px;line-height:1.5;color:#1b1f24;\">%s</p>\n";
    private static final String PICTURE = """
            <img src="cid:%s" width="560" alt="%s" style="display:block;width:100%%;max-width:560px;height:auto;margin:16px 0 0 0;border:0;color:#5f6973;font-size:13px;">
            """;
    private static final String TABLE = """
            <table class="line" width="100%%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0 0 0;border-top:1px solid #dfe3e7;">
            %s</table>
            """;
    private static final String ROW = """
            <tr><th scope="row" class="pale line" align="left" valign="top" width="32%%" style="padding:7px 12px 7px 0;border-bottom:1px solid #dfe3e7;font-size:14px;font-weight:normal;color:#5f6973;">%s</th>\
            <td class="ink line" align="left" valign="top" style="padding:7px 0;border-bottom:1px solid #dfe3e7;font-size:14px;color:#1b1f24;">%s</td></tr>
            """;
    private static final String BUTTON = """
            <a href="%s" style="display:inline-block;margin:16px 8px 0 0;padding:9px 16px;border-radius:4px;background:%s;color:#ffffff;font-size:14px;font-weight:bold;text-decoration:none;">%s</a>
            """;

    private HtmlBody() {}

    /** The page; the picture is named by its content id, and null if there is none. */
    static String of(Message message, Excerpt excerpt, @Nullable String contentId) {
        String colour = Colour.of(message);
        String parts = text(excerpt) + picture(message, contentId) + facts(excerpt) + buttons(message, colour);
        String footer = Wording.about(message) + " · " + Wording.time(message.at()) + " · " + message.alertId();
        return PAGE.formatted(
                Html.escaped(excerpt.title()),
                Wording.state(message),
                colour,
                parts,
                Html.escaped(Html.oneLine(footer)));
    }

    private static String text(Excerpt excerpt) {
        return excerpt.text().isEmpty()
                ? ""
                : TEXT.formatted(Html.escaped(excerpt.text()).replace("\n", "<br>\n"));
    }

    private static String picture(Message message, @Nullable String contentId) {
        Trend trend = message.content().trend();
        return contentId == null || trend == null
                ? ""
                : PICTURE.formatted(contentId, Html.escaped(Html.oneLine(Figures.summary(trend))));
    }

    private static String facts(Excerpt excerpt) {
        if (excerpt.facts().isEmpty()) {
            return "";
        }
        String rows = excerpt.facts().stream()
                .map(fact -> ROW.formatted(Html.escaped(fact.name()), Html.escaped(fact.value())))
                .collect(Collectors.joining());
        String more = excerpt.more() == 0 ? "" : ROW.formatted("", "and " + excerpt.more() + " more figures");
        return TABLE.formatted(rows + more);
    }

    private static String buttons(Message message, String colour) {
        List<Wording.Link> links = Wording.links(message);
        return links.stream()
                .map(link -> BUTTON.formatted(
                        Html.escaped(link.target().toASCIIString()),
                        link.label().equals("Open") ? colour : "#57606a",
                        link.label()))
                .collect(Collectors.joining());
    }
}
