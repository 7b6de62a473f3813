package io.tidemark.domain.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanIdTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void spanId_takesTheExampleOfTheStandard() {
        assertThat(new SpanId(TRACE, SPAN)).hasToString(TRACE + "/" + SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0af7651916cd43dd8448eb211c80319",
                "0AF7651916CD43DD8448EB211C80319C",
                "00000000000000000000000000000000"
            })
    void spanId_refusesATraceThatIsNone(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanId(bad, SPAN))
                .withMessage("traceId '%s' must be 32 digits of 0-9 and a-f, not all 0", bad);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b7ad6b716920333", "b7ad6b71692033311", "0000000000000000", "b7ad6b716920333g"})
    void spanId_refusesASpanThatIsNone(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanId(TRACE, bad))
                .withMessage("spanId '%s' must be 16 digits of 0-9 and a-f, not all 0", bad);
    }
}
