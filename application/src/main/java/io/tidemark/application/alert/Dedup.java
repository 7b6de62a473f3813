package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The same condition, while it lasts, is one alert with a count; seen again after it is over, it is a new one. */
final class Dedup {
    private Dedup() {}

    static Alert count(Optional<Alert> latest, List<Sighting> sightings, LongSupplier freshId) {
        Alert alert = latest.orElse(null);
        for (Sighting sighting : sightings) {
            if (alert == null) {
                alert = Alert.raise(freshId.getAsLong(), sighting);
            } else if (alert.state().isOver()) {
                alert = Alert.raiseAgain(freshId.getAsLong(), sighting, alert);
            } else {
                alert = alert.seenAgain(sighting);
            }
        }
        if (alert == null) {
            throw new IllegalArgumentException("a condition needs at least one sighting");
        }
        return alert;
    }
}
