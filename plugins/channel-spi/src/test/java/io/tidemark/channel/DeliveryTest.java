package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    @Test
    void detail_isOneLineWithinItsBound() {
        Delivery delivery = Delivery.refused("no", "a\r\nb" + "x".repeat(1_000));
        assertThat(delivery.detail())
                .startsWith("a  bx")
                .hasSize(Delivery.DETAIL_LIMIT)
                .endsWith("…");
    }

    @Test
    void reason_mustBeACode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delivery.refused("Not a code", ""))
                .withMessageContaining("'Not a code'");
    }

    @Test
    void retryAfter_mustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delivery.retryLater("busy", "").withRetryAfter(Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
    }

    @Test
    void withers_changeOnePartEach() {
        assertThat(Delivery.retryLater("busy", "Come back")
                        .withStatus(503)
                        .withRetryAfter(Duration.ofSeconds(5))
                        .withMaybeDuplicate()
                        .withMemo("C1:17"))
                .isEqualTo(new Delivery(
                        Delivery.Outcome.RETRY_LATER, "busy", "Come back", 503, Duration.ofSeconds(5), true, "C1:17"));
    }
}
