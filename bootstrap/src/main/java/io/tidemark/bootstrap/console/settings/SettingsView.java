package io.tidemark.bootstrap.console.settings;

import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.routing.ExplanationView;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.Cutoffs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Tidemark goes by.
 *
 * @param routing where alerts go
 * @param detection from where on single operations count as unusual, and what is expected of them
 * @param catalogue what is said about operations
 * @param tokens who may do what, or null for those who may not see it
 * @param settings what the daemon was started with
 */
record SettingsView(
        Headline headline,
        Routing routing,
        Detection detection,
        Catalogue catalogue,
        @Nullable List<TokenRow> tokens,
        List<EffectiveSetting> settings) {
    /**
     * Where alerts go.
     *
     * @param text the routes as they stand in a file
     * @param query the alert that was asked about
     * @param explanation where that would go, or null when nobody asked
     */
    record Routing(
            List<RouteRow> routes,
            String text,
            ExplainQuery query,
            @Nullable ExplanationView explanation) {}

    record Detection(List<RuleRow> rules, List<ExpectedRow> expected) {
        List<String> kinds() {
            return RuleRow.kinds();
        }
    }

    /**
     * What is said about operations.
     *
     * @param operations the known ones, by name
     * @param bottlenecks what they share when they get slow together, in the order in which it is tried
     */
    record Catalogue(List<OperationRow> operations, List<BottleneckRow> bottlenecks) {}

    List<AlertType> types() {
        return List.of(AlertType.values());
    }

    List<Severity> severities() {
        return List.of(Severity.values());
    }

    Cutoffs cutoffs() {
        return Cutoffs.DEFAULT;
    }

    List<EffectiveSetting> given() {
        return settings.stream().filter(SettingsView::isGiven).toList();
    }

    List<EffectiveSetting> defaults() {
        return settings.stream().filter(setting -> !isGiven(setting)).toList();
    }

    private static boolean isGiven(EffectiveSetting setting) {
        return !setting.origin().equals("default");
    }

    static Headline headline(List<RouteRow> routes, List<EffectiveSetting> settings) {
        long given = settings.stream().filter(SettingsView::isGiven).count();
        String detail = "%s of %s given; the others are as they come."
                .formatted(Wording.count(given), Wording.counted(settings.size(), "setting is", "settings are"));
        if (routes.isEmpty()) {
            return new Headline("warning", "There are no routes: nobody is told of any alert", detail);
        }
        return new Headline(
                "fine", Wording.counted(routes.size(), "route says", "routes say") + " whom alerts are told", detail);
    }
}
