package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Throttle throttle = new Throttle(6, nanos::get);

    @Test
    void take_letsAMinutesWorthGoAtOnce_andThenOneAfterTheOther() {
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.take("ada")).isEmpty();
        }

        assertThat(throttle.take("ada")).contains(Duration.ofSeconds(10));
        passes(Duration.ofSeconds(9));
        assertThat(throttle.take("ada")).contains(Duration.ofSeconds(1));
        passes(Duration.ofSeconds(1));
        assertThat(throttle.take("ada")).isEmpty();
        assertThat(throttle.take("ada")).isPresent();
    }

    @Test
    void take_countsEachCallerByItself() {
        for (int i = 0; i < 7; i++) {
            throttle.take("ada");
        }

        assertThat(throttle.take("bob")).isEmpty();
    }

    @Test
    void take_givesNoMoreThanAMinutesWorth_howeverLongNobodyCame() {
        throttle.take("ada");
        passes(Duration.ofHours(1));

        for (int i = 0; i < 6; i++) {
            assertThat(throttle.take("ada")).isEmpty();
        }
        assertThat(throttle.take("ada")).isPresent();
    }

    @Test
    void ask_countsNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.ask("ada")).isEmpty();
        }
    }

    @Test
    void none_isNoBound() {
        Throttle unbounded = new Throttle(0, nanos::get);

        for (int i = 0; i < 10_000; i++) {
            assertThat(unbounded.take("ada")).isEmpty();
        }
    }

    @Test
    void callers_areRememberedInABoundedNumber() {
        for (int i = 0; i < Throttle.MOST_CALLERS + 10; i++) {
            throttle.take("caller " + i);
        }

        assertThat(throttle).hasToString("Throttle of %d callers".formatted(Throttle.MOST_CALLERS));
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
