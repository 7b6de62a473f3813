package io.tidemark.bootstrap.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One setting as it applies, and where its value came from.
 *
 * @param path the keys that lead to it; an item of a list is {@code -} and its number
 * @param value the value as YAML, a secret as {@code "***"}
 */
public record EffectiveSetting(List<String> path, String value, String origin) {
    private static final Pattern PLAIN = Pattern.compile("(?!null$|Null$|NULL$)[\\w./][\\w./:@%+=-]*(?<!:)");

    public EffectiveSetting {
        path = List.copyOf(path);
    }

    /** Where it stands, such as {@code http.port}; items of a list are told by their numbers. */
    public String name() {
        return path.stream().map(key -> key.replaceFirst("^- ", "")).collect(Collectors.joining("."));
    }

    static String scalar(String text) {
        var escaped = text.replace("${", "$${");
        if (PLAIN.matcher(escaped).matches()) {
            return escaped;
        }
        return '"' + escaped.codePoints().mapToObj(EffectiveSetting::escape).collect(Collectors.joining()) + '"';
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                Character.isISOControl(codePoint) ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
        };
    }

    /** The path element of an item of a list. */
    static String item(int number) {
        return "- " + number;
    }

    static String yaml(List<EffectiveSetting> settings) {
        var lines = new StringBuilder();
        List<String> before = List.of();
        for (var setting : settings) {
            var path = setting.path();
            int last = path.size() - 1;
            for (int depth = commonDepth(before, path); depth < last; depth++) {
                lines.append("  ".repeat(depth))
                        .append(heading(path.get(depth)))
                        .append('\n');
            }
            lines.append("  ".repeat(last)).append(scalar(path.get(last))).append(": ");
            lines.append(setting.value())
                    .append("  # ")
                    .append(setting.origin())
                    .append('\n');
            before = path;
        }
        return lines.toString();
    }

    private static String heading(String key) {
        return key.startsWith("- ") ? "-" : scalar(key) + ":";
    }

    private static int commonDepth(List<String> before, List<String> path) {
        int depth = 0;
        while (depth < Math.min(before.size(), path.size() - 1)
                && before.get(depth).equals(path.get(depth))) {
            depth++;
        }
        return depth;
    }
}
