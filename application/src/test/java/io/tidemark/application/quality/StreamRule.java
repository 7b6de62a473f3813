package io.tidemark.application.quality;

import io.tidemark.domain.anomaly.MinimumEffect;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.stream.Departure;
import io.tidemark.domain.stream.StreamDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody is told of as it happens: the streaming detector over means of five minutes. */
final class StreamRule implements Rule {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration LATENESS = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "alerts by the streaming detector";
    }

    @Override
    public boolean ofTimings() {
        return false;
    }

    @Override
    public List<Report> reports(List<Trail> trails) {
        return trails.stream().flatMap(trail -> reports(trail).stream()).toList();
    }

    private static List<Report> reports(Trail trail) {
        StreamDetector detector = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
        List<Report> reports = new ArrayList<>();
        Series means = trail.means(Simulation.START, Simulation.END, STEP);
        for (int i = 0; i < means.size(); i++) {
            Departure departure =
                    detector.next(means.instant(i), means.value(i)).departure();
            Instant end = means.instant(i).plus(STEP);
            if (departure != null
                    && end.isAfter(FIRST_RUN)
                    && means.value(i)
                            > MinimumEffect.DEFAULT.around(departure.centre()).highMicros()) {
                reports.add(new Report(trail.pace().name(), end.minusMillis(1), end.plus(LATENESS)));
            }
        }
        return reports;
    }
}
