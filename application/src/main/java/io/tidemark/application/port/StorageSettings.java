package io.tidemark.application.port;

import java.util.Map;

/**
 * What a storage needs to know, as names and values. Values may be secrets: they are never printed.
 *
 * @param values the values by name; what names there are, the storage says
 */
public record StorageSettings(Map<String, String> values) {
    public static final StorageSettings NONE = new StorageSettings(Map.of());

    public StorageSettings {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "StorageSettings" + values.keySet().stream().sorted().toList();
    }
}
