package io.tidemark.bootstrap.settings;

import java.nio.file.Path;
import java.util.List;

/** Where plugins are looked for, besides the distribution's own folder. */
public record PluginSettings(List<Path> folders) {
    public PluginSettings {
        folders = List.copyOf(folders);
    }

    static PluginSettings read(Section section) {
        return new PluginSettings(section.list("folders", Kind.path()));
    }
}
