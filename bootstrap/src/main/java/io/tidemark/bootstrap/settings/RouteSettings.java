package io.tidemark.bootstrap.settings;

import io.tidemark.domain.alert.Severity;
import java.util.List;

/**
 * Which destinations are told about an alert.
 *
 * @param severity the lowest severity that is told
 * @param destinations names of configured destinations
 */
public record RouteSettings(Severity severity, List<String> destinations) {
    public RouteSettings {
        destinations = List.copyOf(destinations);
    }

    static RouteSettings read(Section section, List<String> known) {
        section.needs("destinations", "a list of names of destinations");
        return new RouteSettings(
                section.value("severity", Kind.oneOf(Severity.class), Severity.INFO),
                section.list("destinations", Kind.nameOf("destination", known)));
    }
}
