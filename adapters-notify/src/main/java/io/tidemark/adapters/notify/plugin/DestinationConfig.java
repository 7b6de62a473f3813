package io.tidemark.adapters.notify.plugin;

import java.util.Map;

/**
 * One destination as a person configured it.
 *
 * @param name the name by which routes choose it
 * @param type the channel type
 * @param values the channel's own settings, secrets in clear; they are never printed
 * @param limits what the destination may take
 */
public record DestinationConfig(String name, String type, Map<String, String> values, DestinationLimits limits) {
    public DestinationConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a destination must not be blank");
        }
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "DestinationConfig[" + name + ", type " + type + ", keys " + values.keySet() + ", " + limits + "]";
    }
}
