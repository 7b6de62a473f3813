package io.tidemark.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.LeftOut.Stretch;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeftOutTest {
    private static final TimeRange DAY = range("00:00", "23:00");
    private static final Instant NOON = at("12:00");

    @Test
    void keep_ofNothingLeftOut_isAll() {
        assertThat(LeftOut.NOTHING.keep(DAY, NOON)).containsExactly(DAY);
    }

    @Test
    void keep_takesOutWholeHours_andWholeMinutesOfLate() {
        LeftOut leftOut = leftOut(range("03:10", "03:20"), range("15:10", "15:20"));

        assertThat(leftOut.keep(DAY, NOON))
                .containsExactly(range("00:00", "03:00"), range("04:00", "15:10"), range("15:20", "23:00"));
    }

    @Test
    void keep_joinsWhatOverlaps_inWhateverOrder() {
        LeftOut leftOut = leftOut(range("05:00", "06:00"), range("02:00", "08:00"), range("08:00", "09:00"));

        assertThat(leftOut.keep(DAY, NOON)).containsExactly(range("00:00", "02:00"), range("09:00", "23:00"));
    }

    @Test
    void keep_ofARangeThatIsLeftOutWhole_isNothing() {
        assertThat(leftOut(new TimeRange(Instant.EPOCH, at("23:30"))).keep(DAY, NOON))
                .isEmpty();
    }

    @Test
    void within_leavesAwayWhatDoesNotOverlap() {
        LeftOut leftOut = leftOut(range("01:00", "02:00"), range("04:00", "06:00"));

        assertThat(leftOut.within(range("02:00", "05:00")).stretches()).hasSize(1);
    }

    @Test
    void text_namesAFewReasons_andHowManyMoreThereAre() {
        LeftOut leftOut = new LeftOut(IntStream.range(0, 5)
                .mapToObj(i -> new Stretch(DAY, "alert " + i))
                .toList());

        assertThat(leftOut.text()).isEqualTo("alert 0; alert 1; alert 2; and 2 more");
    }

    private static LeftOut leftOut(TimeRange... ranges) {
        return new LeftOut(List.of(ranges).stream()
                .map(range -> new Stretch(range, "alert"))
                .toList());
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + ":00Z");
    }
}
