package io.tidemark.domain.baseline;

import static io.tidemark.domain.baseline.BaselineFixture.aBaseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.baseline.Ruling.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangePolicyTest {
    private static final ChangePolicy POLICY = ChangePolicy.DEFAULT;

    @Test
    void judge_withoutAPresentOne_creates() {
        assertThat(POLICY.judge(null, aBaseline(1_000, 2), Force.NO))
                .isEqualTo(new Ruling(Outcome.CREATED, Reason.FIRST_BASELINE, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, UNCHANGED, HARDLY_CHANGED",
        "1050, UNCHANGED, HARDLY_CHANGED",
        "950, UNCHANGED, HARDLY_CHANGED",
        "1051, UPDATED, CHANGED",
        "949, UPDATED, CHANGED",
        "2000, UPDATED, CHANGED",
        "500, UPDATED, CHANGED",
        "2001, NEEDS_APPROVAL, TOO_DIFFERENT",
        "499, NEEDS_APPROVAL, TOO_DIFFERENT",
    })
    void judge_goesByTheDifferenceOfP99(double p99, Outcome outcome, Reason reason) {
        Ruling ruling = POLICY.judge(aBaseline(1_000, 2), aBaseline(p99, 2), Force.NO);

        assertThat(ruling.outcome()).isEqualTo(outcome);
        assertThat(ruling.reason()).isEqualTo(reason);
        assertThat(ruling.percentChange()).isCloseTo((p99 - 1_000) / 10, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, YES, UPDATED, FORCED",
        "1200, YES, UPDATED, CHANGED",
        "2001, YES, NEEDS_APPROVAL, TOO_DIFFERENT",
        "2001, EVEN_IF_DOUBLED, UPDATED, CHANGED",
        "1000, EVEN_IF_DOUBLED, UPDATED, FORCED",
    })
    void force_skipsApprovalOnlyWhenItSaysSo(double p99, Force force, Outcome outcome, Reason reason) {
        Ruling ruling = POLICY.judge(aBaseline(1_000, 2), aBaseline(p99, 2), force);

        assertThat(ruling.outcome()).isEqualTo(outcome);
        assertThat(ruling.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"4000, true", "8000, true", "2000, true", "8001, false", "1999, false"})
    void rejection_speaksOfWhatWouldNotNeedApprovalInItsPlace(double p99, boolean isLike) {
        assertThat(POLICY.isLike(aBaseline(4_000, 2), aBaseline(p99, 2))).isEqualTo(isLike);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "NaN, 2", "5, 1", "5, NaN", "5, Infinity"})
    void policy_refusesLimitsThatDecideNothing(double percent, double factor) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ChangePolicy(percent, factor));
    }
}
