package io.tidemark.application.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the events of a kind.
 *
 * @param delays how long each took to be found; empty for those that were not
 */
record Found(List<Optional<Duration>> delays) {
    Found {
        delays = List.copyOf(delays);
    }

    /** By this or another rule, whichever was sooner, of the same events. */
    Found or(Found other) {
        List<Optional<Duration>> either = new ArrayList<>();
        for (int event = 0; event < delays.size(); event++) {
            either.add(Stream.of(delays.get(event), other.delays.get(event))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder()));
        }
        return new Found(either);
    }

    Share share() {
        return new Share(delays.stream().filter(Optional::isPresent).count(), delays.size());
    }

    /** That half of those found stay below. */
    Optional<Duration> medianDelay() {
        List<Duration> found =
                delays.stream().flatMap(Optional::stream).sorted().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() / 2));
    }

    String text() {
        String delay = medianDelay()
                .map(value -> String.format(Locale.ROOT, "%.1f h", value.toMinutes() / 60.0))
                .orElse("-");
        return String.format(Locale.ROOT, "%-23s %7s", share().text(), delay);
    }
}
