package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import java.util.List;

/** The settings that the daemon was started with, without secrets. */
final class SettingsApi {
    private final SettingsJson settings;

    SettingsApi(List<EffectiveSetting> settings) {
        this.settings = new SettingsJson(settings.stream().map(SettingJson::of).toList());
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/settings")
                        .says("Lists the settings that apply, where each came from, and secrets as ***.")
                        .answers(SettingsJson.class),
                this::list);
    }

    private void list(Context ctx) {
        ctx.json(settings);
    }

    record SettingsJson(List<SettingJson> settings) {}

    /** @param value as it is written in YAML */
    record SettingJson(String name, String value, String origin) {
        static SettingJson of(EffectiveSetting setting) {
            return new SettingJson(setting.name(), setting.value(), setting.origin());
        }
    }
}
