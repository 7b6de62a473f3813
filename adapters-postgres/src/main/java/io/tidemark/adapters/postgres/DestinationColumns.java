package io.tidemark.adapters.postgres;

import io.tidemark.domain.notification.Destination;
import java.util.List;
import java.util.stream.IntStream;

/** Destinations in two columns: the channels stand in the places of their names. */
record DestinationColumns(List<String> names, List<String> channels) {
    static DestinationColumns of(List<Destination> destinations) {
        return new DestinationColumns(
                destinations.stream().map(Destination::name).toList(),
                destinations.stream().map(Destination::channel).toList());
    }

    List<Destination> toDestinations() {
        return IntStream.range(0, names.size())
                .mapToObj(place -> new Destination(names.get(place), channels.get(place)))
                .toList();
    }
}
