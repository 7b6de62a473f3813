package io.tidemark.domain.correlation;

import io.tidemark.domain.statistics.Memory;
import io.tidemark.domain.statistics.Normal;

/** How likely a coefficient is when two series have nothing to do with each other. */
final class Coincidence {
    /** Fisher's transformation needs more than three. */
    private static final double FEWEST_EFFECTIVE_STEPS = 4;

    private Coincidence() {}

    /** By Fisher's transformation, with as many steps as independent ones would tell as much. */
    static double pValue(double coefficient, int steps, Memory one, Memory other) {
        double effective = one.effectivePairs(other, steps);
        if (effective < FEWEST_EFFECTIVE_STEPS) {
            return 1;
        }
        double r = Math.abs(coefficient);
        double fisher = Math.log((1 + r) / (1 - r)) / 2;
        return 2 * Normal.upperTail(fisher * Math.sqrt(effective - 3));
    }
}
