package io.tidemark.bootstrap.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands behind a key of the settings file, with its place; variables are already filled in. */
sealed interface YamlValue {
    Place place();

    record Nothing(Place place) implements YamlValue {}

    /** What could not be read, and was reported already. */
    record Mistake(Place place) implements YamlValue {}

    /**
     * A single value.
     *
     * @param variables the environment variables whose values are part of the text
     */
    record Scalar(Place place, String text, List<String> variables) implements YamlValue {
        String origin() {
            return variables.isEmpty()
                    ? place.lineOnly()
                    : "environment " + String.join(", ", variables) + ", " + place.lineOnly();
        }

        /** The value for an error message; the value of a variable may be a secret in the wrong place, so it is only named. */
        String quoted() {
            return variables.isEmpty() ? '"' + text + '"' : "what ${" + String.join("}, ${", variables) + "} holds";
        }
    }

    record Sequence(Place place, List<YamlValue> items) implements YamlValue {}

    record Mapping(Place place, Map<String, Entry> entries) implements YamlValue {
        static Mapping empty(Place place) {
            return new Mapping(place, new LinkedHashMap<>());
        }

        /** Puts a value of the command line at its path; a section that is something else in the file stays as it is. */
        void put(SettingOverride override) {
            put(Place.of("option " + override.option()), override.path(), override.value());
        }

        /** Puts the value of an environment variable at its path. */
        void putVariable(List<String> path, String variable, String value) {
            put(Place.of("environment " + variable), path, value);
        }

        private void put(Place option, List<String> path, String value) {
            var mapping = this;
            var keys = new ArrayList<>(path);
            var last = keys.remove(keys.size() - 1);
            for (var key : keys) {
                var entry = mapping.entries.get(key);
                if (entry == null || entry.value() instanceof Nothing) {
                    entry = new Entry(option, empty(option));
                    mapping.entries.put(key, entry);
                }
                if (!(entry.value() instanceof Mapping inner)) {
                    return;
                }
                mapping = inner;
            }
            mapping.entries.put(last, new Entry(option, new Scalar(option, value, List.of())));
        }
    }

    /**
     * A value behind its key.
     *
     * @param place where the key stands
     */
    record Entry(Place place, YamlValue value) {}
}
