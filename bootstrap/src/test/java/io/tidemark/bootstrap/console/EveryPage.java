package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.Client;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every page of a console: those with an address of their own, and of each other kind the first that a list leads to. */
final class EveryPage {
    private static final List<String> OWN = List.of(
            "overview=/",
            "alerts=/alerts?state=all",
            "approvals=/alerts?state=all&type=baseline_approval",
            "merges=/merges",
            "traces=/traces",
            "correlations=/correlations",
            "baselines=/baselines",
            "delivery=/delivery",
            "quiet=/quiet",
            "silence=/quiet?preview=silence&matchers=severity%3DCRITICAL",
            "window=/quiet?preview=window&recurrence=daily+02%3A00-03%3A00",
            "jobs=/jobs",
            "audit=/audit",
            "settings=/settings?operation=commit&severity=CRITICAL",
            "runbook=/runbooks/THRESHOLD_EXCEEDED",
            "login=/login",
            "unknown-operation=/operations?name=nobody",
            "not-found=/nowhere",
            "problem=/merges?status=nonsense");

    private static final List<Lead> LED_TO = List.of(
            new Lead("operation", "overview", "/operations\\?name=[^\"]+"),
            new Lead("compared", "operation", "/operations\\?[^\"]*compare=[^\"]+"),
            new Lead("alert", "alerts", "/alerts/\\d+"),
            new Lead("approval", "approvals", "/alerts/\\d+"),
            new Lead("pair", "merges", "/merges\\?[^\"]*source=[^\"]+"),
            new Lead("trace", "traces", "/traces/[0-9a-f]{32}"),
            new Lead("correlated", "correlations", "/correlations\\?[^\"]*\\ba=[^\"]+"),
            new Lead("message", "delivery", "/delivery/\\d+"));

    /** A page that another leads to. */
    private record Lead(String page, String from, String href) {
        void follow(Client client, Map<String, String> pages) {
            if (pages.containsKey(from)) {
                Matcher link = Pattern.compile("href=\"(%s)\"".formatted(href))
                        .matcher(client.get(pages.get(from)).body());
                if (link.find()) {
                    pages.put(page, link.group(1).replace("&amp;", "&"));
                }
            }
        }
    }

    private EveryPage() {}

    /** The addresses of all that there is something on, by the name of the page. */
    static Map<String, String> of(URI address) {
        Client client = new Client(address);
        Map<String, String> pages = new LinkedHashMap<>();
        OWN.forEach(page -> {
            String[] parts = page.split("=", 2);
            pages.put(parts[0], parts[1]);
        });
        LED_TO.forEach(lead -> lead.follow(client, pages));
        if (pages.containsKey("operation")) {
            pages.put("backtest", pages.get("operation").replace("/operations?", "/operations/backtest?") + "&days=30");
        }
        return pages;
    }
}
