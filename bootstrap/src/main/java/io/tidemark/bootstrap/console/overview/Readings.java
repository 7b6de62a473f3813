package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.Overview;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.bootstrap.console.overview.Reading.Figures;
import io.tidemark.bootstrap.console.overview.Reading.Operations;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads what the overview shows: once for all who look at the same moment. */
final class Readings {
    static final int MAX_ALERTS = 200;

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ConsoleSources sources;
    private final Map<TimeWindow, Reading> latest = new ConcurrentHashMap<>();

    Readings(ConsoleSources sources) {
        this.sources = sources;
    }

    Reading of(TimeWindow window) {
        Instant now = sources.clock().instant();
        return latest.compute(
                window, (same, before) -> before != null && isFresh(before, now) ? before : read(window, now));
    }

    private static boolean isFresh(Reading reading, Instant now) {
        return Duration.between(reading.at(), now).abs().compareTo(FRESH) < 0;
    }

    private Reading read(TimeWindow window, Instant now) {
        Overview overview = sources.tidemark().overview();
        Period period = Period.of(window, now);
        Map<String, Distribution> recent =
                overview.operations(TimeRange.endingAt(now, Standing.RECENT), Standing.RECENT).stream()
                        .collect(Collectors.toMap(OperationOverview::operation, OperationOverview::whole));
        return new Reading(
                now,
                new Operations(period, overview.operations(period.range(), period.step()), recent),
                sources.tidemark().alerts().latest(Which.UNRESOLVED, MAX_ALERTS),
                new Figures(
                        sources.outbox().depth(),
                        sources.tidemark().report(),
                        sources.health().get()));
    }
}
