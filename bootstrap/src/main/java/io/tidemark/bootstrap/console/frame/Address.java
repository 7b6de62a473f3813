package io.tidemark.bootstrap.console.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a page is, with all that it was asked for: a link to it shows the same.
 *
 * @param path the page
 * @param parameters what is asked of it, in this order
 */
public record Address(String path, Map<String, String> parameters) {
    public Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with another value; without the parameter where the value is empty. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    /** The same for another stretch of time. */
    public Address with(Period period) {
        Address changed = with("hours", "").with("from", "").with("to", "");
        for (Map.Entry<String, String> parameter : period.parameters().entrySet()) {
            changed = changed.with(parameter.getKey(), parameter.getValue());
        }
        return changed;
    }

    /** As it stands in a link. */
    public String href() {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
