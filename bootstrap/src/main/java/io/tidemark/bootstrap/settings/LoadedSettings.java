package io.tidemark.bootstrap.settings;

import java.util.List;

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

    @Override
    public String toString() {
        return settings.toString();
    }
}
