package io.tidemark.bootstrap.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The settings that apply, what is doubtful about them, and where each value came from. */
public final class LoadedSettings {
    private final Settings settings;
    private final List<Problem> warnings;
    private final List<EffectiveSetting> effective;

    LoadedSettings(Settings settings, List<Problem> warnings, List<EffectiveSetting> effective) {
        this.settings = settings;
        this.warnings = warnings;
        this.effective = effective;
    }

    public Settings settings() {
        return settings;
    }

    public List<Problem> warnings() {
        return warnings;
    }

    /** All settings as YAML, each with its origin as a comment and secrets as {@code ***}. */
    public String toYaml() {
        return EffectiveSetting.yaml(effective);
    }

    /** All settings by the keys that lead to them, such as {@code http.port}, each with its value and its origin. */
    public Map<String, Map<String, Object>> toMap() {
        var yaml = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        var settings = new LinkedHashMap<String, Map<String, Object>>();
        for (var setting : effective) {
            var value = yaml.loadFromString(setting.value());
            settings.put(String.join(".", setting.path()), Map.of("value", value, "origin", setting.origin()));
        }
        return settings;
    }

    /** All settings, each with its origin, and secrets as {@code ***}. */
    public List<EffectiveSetting> effective() {
        return List.copyOf(effective);
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
