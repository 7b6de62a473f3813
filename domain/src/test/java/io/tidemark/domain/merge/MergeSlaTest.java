package io.tidemark.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergeSlaTest {
    @ParameterizedTest
    @CsvSource({"1, OK", "80000, OK", "80000.5, DEGRADED", "120000, DEGRADED", "120000.5, CRITICAL"})
    void status_isOkUpToTheP99_andCriticalFromHalfAsLongAgain(double micros, SlaStatus status) {
        assertThat(MergeSla.ofP99(80_000).judge(micros)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"99000, OK", "99001, DEGRADED", "150000, DEGRADED", "150001, CRITICAL"})
    void status_withoutABaseline_isHeldAgainst99And150Milliseconds(double micros, SlaStatus status) {
        assertThat(MergeSla.WITHOUT_BASELINE.judge(micros)).isEqualTo(status);
    }

    @Test
    void limits_refuseWhatIsNoDuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergeSla.ofP99(0))
                .withMessage("limits of 0.0 and 0.0 must be positive, and must not fall");
    }
}
