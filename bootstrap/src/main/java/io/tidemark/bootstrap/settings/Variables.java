package io.tidemark.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} and {@code ${NAME:-default}} from the environment; a doubled dollar sign stands for itself. */
final class Variables {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<fallback>:-[^}]*)?})?");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    YamlValue fillIn(Place place, String raw, Report report) {
        int mistakes = report.problems().size();
        var used = new ArrayList<String>();
        var text = REFERENCE
                .matcher(raw)
                .replaceAll(reference -> Matcher.quoteReplacement(valueOf((Matcher) reference, place, used, report)));
        return report.problems().size() > mistakes
                ? new YamlValue.Mistake(place)
                : new YamlValue.Scalar(place, text, List.copyOf(used));
    }

    private String valueOf(Matcher reference, Place place, List<String> used, Report report) {
        if (reference.group().equals("$${")) {
            return "${";
        }
        var name = reference.group("name");
        if (name == null) {
            report.problem(place, "\"${\" begins no variable: write ${NAME} or ${NAME:-default}, or $${ for itself");
            return "";
        }
        var value = environment.get(name);
        var fallback = reference.group("fallback");
        if (value != null && !(fallback != null && value.isEmpty())) {
            used.add(name);
            return value;
        }
        if (fallback == null) {
            report.problem(
                    place,
                    "the environment variable " + name + " is not set: set it, or give a default with ${" + name
                            + ":-default}");
            return "";
        }
        return fallback.substring(2);
    }
}
