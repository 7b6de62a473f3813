package io.tidemark.domain.percentile;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotalsTest {
    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "0, 6, 20, 2, 4, nothing counted",
        "2, 6, 20, 0, 4, a minimum that is not positive",
        "2, 6, 20, 5, 4, a minimum above the maximum",
        "2, 3, 20, 2, 4, a sum below the maximum",
        "2, 6, 17, 2, 4, squares that make the variance negative",
        "2, 6, 25, 2, 4, squares beyond the maximum",
        "2, 6, -20, 2, 4, negative squares"
    })
    void totals_refuse(long count, long sum, BigInteger squares, long min, long max, String what) {
        assertThatIllegalArgumentException()
                .as(what)
                .isThrownBy(() -> new Totals(count, sum, squares, min, max))
                .withMessage(
                        "totals do not fit together: count %d, sum %d, sum of squares %d, min %d, max %d",
                        count, sum, squares, min, max);
    }
}
