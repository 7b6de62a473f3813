package io.tidemark.application.quiet;

import io.tidemark.application.alert.Quieting;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps quiet what people have said to expect of an operation. */
public final class Expectations implements Quieting {
    private static final Set<AlertType> ABOUT_TIMINGS = EnumSet.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY);

    private final ExpectationBook book;
    private final Clock clock;
    private volatile List<Numbered> expected = List.of();

    public Expectations(ExpectationBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Reads anew what is expected. */
    @Override
    public void refresh() {
        Instant now = clock.instant();
        expected =
                book.during(new TimeRange(now.minus(ExpectedDeviation.LONGEST), now.plus(ExpectedDeviation.LONGEST)));
    }

    /**
     * What covers the worst timing, if the last one came in that time. It has no end: what comes after that time is seen, and
     * decided about, by itself.
     */
    @Override
    public Optional<Quiet> quiet(Alert alert, Instant now) {
        if (!ABOUT_TIMINGS.contains(alert.fingerprint().type())) {
            return Optional.empty();
        }
        Instant seen = alert.recurrence().lastSeen();
        TimeRange then = new TimeRange(seen, seen.plus(1, ChronoUnit.MICROS));
        String operation = alert.fingerprint().subject();
        long micros = alert.evidence().figures().actualMicros();
        return expected.stream()
                .filter(numbered -> numbered.deviation().covers(operation, then, micros))
                .findFirst()
                .map(numbered -> new Quiet(QuietReason.EXPECTED, "expected deviation " + numbered.id(), null));
    }
}
