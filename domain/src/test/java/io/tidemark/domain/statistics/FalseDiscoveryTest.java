package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /** The example of Benjamini and Hochberg (1995), section 3.2: four of fifteen are rejected at 0.05. */
    private static final double[] THROMBOLYSIS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1
    };

    @Test
    void cutoff_isThatOfThePaper() {
        assertThat(FalseDiscovery.cutoff(THROMBOLYSIS, 15, 0.05)).isEqualTo(0.0095);
    }

    @Test
    void cutoff_stepsUpOverPValuesThatWouldNotCountByThemselves() {
        assertThat(FalseDiscovery.cutoff(new double[] {0.04, 0.049, 0.045}, 3, 0.05))
                .isEqualTo(0.049);
    }

    @Test
    void cutoff_countsTestsThatAreLeftOut() {
        assertThat(FalseDiscovery.cutoff(new double[] {0.0001, 0.0095}, 15, 0.05))
                .isEqualTo(0.0001);
    }

    @Test
    void cutoff_isBelowEveryPValueWhenNoneCounts() {
        assertThat(FalseDiscovery.cutoff(new double[] {0.06, 0.5}, 2, 0.05)).isNegative();
        assertThat(FalseDiscovery.cutoff(new double[0], 0, 0.05)).isNegative();
    }

    @Test
    void cutoff_refusesFewerTestsThanPValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscovery.cutoff(new double[2], 1, 0.05));
    }
}
