package io.tidemark.domain.baseline;

import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Distribution.Moments;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;

/** What is normal for commits. */
public final class BaselineFixture {
    public static final Scope COMMITS = Scope.of("commit");
    public static final BaselineOrigin ASKED_FOR_BY_ANNA = new BaselineOrigin(BaselineOrigin.Reason.MANUAL, ANNA, NOON);

    private BaselineFixture() {}

    public static Baseline aBaseline(double p99Micros, double multiplier) {
        return new Baseline(COMMITS, Duration.ofDays(7), normalUpTo(p99Micros), multiplier, ASKED_FOR_BY_ANNA);
    }

    /** A distribution whose p99 is as given, and whose other percentiles are not far below. */
    public static Distribution normalUpTo(double p99Micros) {
        Percentiles percentiles = new Percentiles(
                part(p99Micros, 0.6), part(p99Micros, 0.7), part(p99Micros, 0.8), part(p99Micros, 0.9), p99Micros);
        return new Distribution(1_000, 1, (long) Math.ceil(p99Micros), new Moments(p99Micros * 0.6, 0), percentiles);
    }

    private static double part(double p99Micros, double share) {
        return Math.max(1, share * p99Micros);
    }

    /** So many timings of 1, 2, 3 … microseconds. */
    public static Sketch timings(int samples) {
        Sketch sketch = new Sketch();
        for (int micros = 1; micros <= samples; micros++) {
            sketch.add(micros);
        }
        return sketch;
    }
}
