package io.tidemark.domain.anomaly;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes an operation slower than before.
 *
 * @param thresholdPercent by how much its p99 must have risen
 * @param leastSamples how many timings it takes before and after
 * @param doubt how likely the rise may be by chance, and still count: few timings have a p99 that jumps
 */
public record DegradationRule(double thresholdPercent, long leastSamples, double doubt) {
    public static final DegradationRule DEFAULT = new DegradationRule(20, 20, 0.01);

    /** From here on it is serious. */
    public static final double SUSTAINED_PERCENT = 30;

    /** From here on somebody should be woken. */
    public static final double MAJOR_PERCENT = 50;

    public DegradationRule {
        if (!(thresholdPercent > 0 && Double.isFinite(thresholdPercent))) {
            throw new IllegalArgumentException("thresholdPercent %s must be positive".formatted(thresholdPercent));
        }
        if (leastSamples < 1 || !(doubt > 0 && doubt <= 1)) {
            throw new IllegalArgumentException(
                    "leastSamples %d must be at least 1, and doubt %s a share up to 1".formatted(leastSamples, doubt));
        }
    }

    /** How long the steps should be in which a period is read: halves are cut between them, days hold whole ones. */
    public static Duration step(TimeRange period) {
        Duration length = Duration.between(period.from(), period.to());
        return length.compareTo(Duration.ofDays(14)) > 0 ? Duration.ofDays(1) : Duration.ofHours(1);
    }

    /** How bad a rise is; empty when it is below the threshold. */
    public Optional<Severity> severity(double percent) {
        if (!(percent >= thresholdPercent)) {
            return Optional.empty();
        }
        if (percent >= MAJOR_PERCENT) {
            return Optional.of(Severity.CRITICAL);
        }
        return Optional.of(percent >= SUSTAINED_PERCENT ? Severity.WARNING : Severity.INFO);
    }

    /**
     * Judges a period by its halves.
     *
     * @param steps the timings of the period, by the start of the {@link #step} that they started in
     */
    public DegradationVerdict judge(TimeRange period, SortedMap<Instant, Sketch> steps) {
        Instant middle =
                period.from().plus(Duration.between(period.from(), period.to()).dividedBy(2));
        Sketch before = merged(steps.headMap(middle));
        Sketch after = merged(steps.tailMap(middle));
        long fewest = Math.min(before.count(), after.count());
        if (fewest < leastSamples) {
            return new NoVerdict(NoVerdict.Reason.TOO_FEW_SAMPLES, fewest);
        }
        Shift shift = Shift.between(before, after);
        boolean counts = shift.chance() <= doubt;
        return new Degradation(
                period,
                shift,
                Trend.of(dailyP99(steps)),
                counts ? severity(shift.percent()).orElse(null) : null);
    }

    private static Sketch merged(Map<Instant, Sketch> steps) {
        Sketch merged = new Sketch();
        steps.values().forEach(merged::merge);
        return merged;
    }

    /** A value for each day from the first to the last: NaN for those without timings. */
    private static double[] dailyP99(SortedMap<Instant, Sketch> steps) {
        SortedMap<Instant, Sketch> days = new TreeMap<>();
        steps.forEach((start, sketch) -> days.computeIfAbsent(start.truncatedTo(ChronoUnit.DAYS), day -> new Sketch())
                .merge(sketch));
        Instant first = days.firstKey();
        double[] p99 = new double[(int) ChronoUnit.DAYS.between(first, days.lastKey()) + 1];
        for (int day = 0; day < p99.length; day++) {
            Sketch sketch = days.get(first.plus(day, ChronoUnit.DAYS));
            p99[day] = sketch == null ? Double.NaN : sketch.quantile(Shift.P99);
        }
        return p99;
    }
}
