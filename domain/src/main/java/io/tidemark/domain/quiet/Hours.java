package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Hours of a day, as the clock on the wall shows them.
 *
 * @param from from when on
 * @param to until when: on the next day when that is not after {@code from}, so that both may be 00:00 for a whole day
 */
public record Hours(LocalTime from, LocalTime to) {
    public Hours {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    LocalSpan on(LocalDate day) {
        return new LocalSpan(day.atTime(from), (to.isAfter(from) ? day : day.plusDays(1)).atTime(to));
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
