package io.tidemark.domain.merge;

/**
 * How long a merge may take.
 *
 * @param okMicros up to here it is {@link SlaStatus#OK}
 * @param degradedMicros up to here it is {@link SlaStatus#DEGRADED}, and {@link SlaStatus#CRITICAL} above
 */
public record MergeSla(double okMicros, double degradedMicros) {
    /** Where no baseline says what is normal: 99 and 150 ms. */
    public static final MergeSla WITHOUT_BASELINE = new MergeSla(99_000, 150_000);

    private static final double DEGRADED_UP_TO = 1.5;

    public MergeSla {
        if (!(0 < okMicros && okMicros <= degradedMicros && degradedMicros < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "limits of %s and %s must be positive, and must not fall".formatted(okMicros, degradedMicros));
        }
    }

    /** That of a baseline: up to its p99, and up to one and a half times as long. */
    public static MergeSla ofP99(double p99Micros) {
        return new MergeSla(p99Micros, DEGRADED_UP_TO * p99Micros);
    }

    public SlaStatus judge(double micros) {
        if (micros <= okMicros) {
            return SlaStatus.OK;
        }
        return micros <= degradedMicros ? SlaStatus.DEGRADED : SlaStatus.CRITICAL;
    }
}
