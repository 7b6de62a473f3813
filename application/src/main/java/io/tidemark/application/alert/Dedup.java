package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The same condition, while it lasts, is one alert with a count, and is told again only after a time. */
final class Dedup {
    private final RepeatPolicy repeats;

    Dedup(RepeatPolicy repeats) {
        this.repeats = repeats;
    }

    Alert count(Optional<Alert> standing, List<Sighting> sightings, LongSupplier freshId) {
        Alert alert = standing.orElse(null);
        for (Sighting sighting : sightings) {
            alert = alert == null ? Alert.raise(freshId.getAsLong(), sighting) : alert.seenAgain(sighting);
        }
        if (alert == null) {
            throw new IllegalArgumentException("a condition needs at least one sighting");
        }
        return alert;
    }

    Optional<QuietReason> quiet(Optional<Alert> standing, Alert now, Instant at) {
        return standing.flatMap(before -> repeats.quiet(before, now, at));
    }
}
