package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationException;
import io.tidemark.bootstrap.settings.DestinationSettings;
import io.tidemark.bootstrap.settings.Problem;
import io.tidemark.bootstrap.settings.SettingsException;
import io.tidemark.channel.ChannelConfigException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The destinations that the settings name, each with its channel. */
public final class ConfiguredDestinations {
    private final Map<String, Destination> byName = new LinkedHashMap<>();

    /**
     * Makes the channel of each destination.
     *
     * @throws SettingsException with everything that is wrong with any of them
     */
    public ConfiguredDestinations(Opener opener, Map<String, DestinationSettings> settings)
            throws InterruptedException {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, DestinationSettings> entry : settings.entrySet()) {
            String name = entry.getKey();
            DestinationSettings destination = entry.getValue();
            try {
                byName.put(name, opener.open(name, destination.channel(), destination.config()));
            } catch (DestinationException e) {
                problems(name, destination, e).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    Map<String, Destination> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** What the channel found is put to the line of its key; the rest to the destination. */
    private static Stream<Problem> problems(String name, DestinationSettings settings, DestinationException exception) {
        if (exception.getCause() instanceof ChannelConfigException wrong) {
            return wrong.problems().stream().map(sentence -> problem(name, settings, sentence));
        }
        return Stream.of(new Problem(settings.place(), String.valueOf(exception.getMessage())));
    }

    private static Problem problem(String name, DestinationSettings settings, String sentence) {
        String key = sentence.substring(0, Math.max(0, sentence.indexOf(':')));
        return new Problem(settings.placeOf(key), "destinations." + name + "." + sentence);
    }
}
