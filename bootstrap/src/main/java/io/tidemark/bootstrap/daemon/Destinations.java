package io.tidemark.bootstrap.daemon;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationConfig;
import io.tidemark.adapters.notify.plugin.DestinationException;
import io.tidemark.adapters.notify.plugin.DestinationLimits;
import io.tidemark.adapters.notify.plugin.DestinationState;
import io.tidemark.adapters.notify.plugin.Plugins;
import io.tidemark.adapters.notify.plugin.TimeLimit;
import io.tidemark.application.port.Health;
import io.tidemark.bootstrap.settings.DestinationSettings;
import io.tidemark.bootstrap.settings.Problem;
import io.tidemark.bootstrap.settings.SettingsException;
import io.tidemark.channel.ChannelConfigException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The destinations that the settings name, each with its channel. */
final class Destinations {
    private final Map<String, Destination> byName = new LinkedHashMap<>();

    /**
     * Makes the channel of each destination.
     *
     * @throws SettingsException with everything that is wrong with any of them
     */
    Destinations(Plugins plugins, Map<String, DestinationSettings> settings, Duration timeLimit)
            throws InterruptedException {
        List<Problem> problems = new ArrayList<>();
        DestinationLimits limits = DestinationLimits.defaults()
                .withTime(new TimeLimit(timeLimit, TimeLimit.defaults().grace()));
        for (Map.Entry<String, DestinationSettings> entry : settings.entrySet()) {
            DestinationSettings destination = entry.getValue();
            try {
                byName.put(
                        entry.getKey(),
                        plugins.open(new DestinationConfig(
                                entry.getKey(), destination.channel(), destination.config(), limits)));
            } catch (DestinationException e) {
                problems(entry.getKey(), destination, e).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    Map<String, Destination> byName() {
        return byName;
    }

    Map<String, Health> health() {
        Map<String, Health> health = new LinkedHashMap<>();
        byName.forEach((name, destination) -> health.put(name, health(destination.state())));
        return health;
    }

    private static Health health(DestinationState state) {
        return switch (state.condition()) {
            case OK -> Health.up("ok");
            case CIRCUIT_OPEN, FENCED_OFF, CLOSED -> Health.down(state.reason());
        };
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
