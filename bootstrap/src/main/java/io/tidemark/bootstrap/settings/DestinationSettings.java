package io.tidemark.bootstrap.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One configured channel. Which of its values are secret is known only to the plugin, so none is ever printed.
 *
 * @param channel the kind of destination, such as {@code slack}
 * @param config what the channel's plugin is given; {@code webhook-url-file} has become {@code webhook-url}
 * @param place where the destination stands
 * @param places where each key of the config stands
 */
public record DestinationSettings(String channel, Map<String, String> config, Place place, Map<String, Place> places) {
    /** Writes to standard output. */
    static final DestinationSettings LOG = new DestinationSettings("log", Map.of(), Place.DEFAULT, Map.of());

    public DestinationSettings {
        config = Map.copyOf(config);
        places = Map.copyOf(places);
    }

    static DestinationSettings read(Section section) {
        var kind = Kind.text("the kind of channel, such as slack or email", "[A-Za-z0-9][A-Za-z0-9_-]*");
        var channel = section.required("channel", kind, "");
        var config = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<String, Place>();
        section.otherSecrets().forEach((key, located) -> {
            config.put(key, located.secret().reveal());
            places.put(key, located.place());
        });
        return new DestinationSettings(channel, config, section.place(), places);
    }

    /** Where a key of the config stands, or the destination itself when the key is missing from it. */
    public Place placeOf(String key) {
        return places.getOrDefault(key, place);
    }

    @Override
    public String toString() {
        return "DestinationSettings[channel=" + channel + ", config="
                + config.keySet().stream().sorted().collect(Collectors.joining("=***, ", "{", "=***}")) + "]";
    }
}
