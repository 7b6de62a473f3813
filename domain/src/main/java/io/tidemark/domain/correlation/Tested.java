package io.tidemark.domain.correlation;

/**
 * What became of the pairs that were looked at.
 *
 * @param pairs how many there were
 * @param fewMinutes those without a verdict, as both were seen in too few minutes
 * @param noDeviation those without a verdict, as one of them never changed
 */
public record Tested(long pairs, long fewMinutes, long noDeviation) {
    /** How many have a coefficient. */
    public long verdicts() {
        return pairs - fewMinutes - noDeviation;
    }
}
