package io.tidemark.bootstrap.settings;

import java.util.List;

/**
 * A setting given on the command line, which wins over the file.
 *
 * @param path the keys that lead to the setting, such as {@code http}, {@code port}
 * @param option the option that gave it, such as {@code --port}
 */
public record SettingOverride(List<String> path, String value, String option) {
    public SettingOverride {
        path = List.copyOf(path);
    }
}
