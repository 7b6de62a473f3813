package io.tidemark.bootstrap.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 µs",
        "850, 850 µs",
        "999.4, 999 µs",
        "1000, 1.00 ms",
        "6104, 6.10 ms",
        "61040, 61.0 ms",
        "610400, 610 ms",
        "1500000, 1.50 s",
        "119000000, 119 s",
        "150000000, 2.50 min"
    })
    void duration_hasThreeSignificantDigits(double micros, String words) {
        assertThat(Wording.duration(micros)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 µs", "1500, 1.5 ms", "2000, 2 ms", "500000, 500 ms", "1000000, 1 s"})
    void roundDuration_hasNoMoreDigitsThanItTakes(double micros, String words) {
        assertThat(Wording.roundDuration(micros)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT59S, under 1 min", "PT1M, 1 min", "PT59M59S, 59 min", "PT1H, 1 h", "PT47H, 47 h", "PT48H, 2 days"})
    void age_isInOneUnit(Duration age, String words) {
        assertThat(Wording.age(age)).isEqualTo(words);
    }

    @Test
    void time_hasTheDayWhenItIsAnotherOne() {
        Instant now = Instant.parse("2026-11-20T14:31:20Z");

        assertThat(Wording.time(Instant.parse("2026-11-20T09:05:00Z"), now)).isEqualTo("09:05");
        assertThat(Wording.time(Instant.parse("2026-11-19T23:59:00Z"), now)).isEqualTo("19 Nov 23:59");
    }

    @ParameterizedTest
    @CsvSource({"1, once", "2, 2 times", "1204, '1,204 times'", "2500000, 2.50 M times"})
    void times_areCounted(long count, String words) {
        assertThat(Wording.times(count)).isEqualTo(words);
    }
}
