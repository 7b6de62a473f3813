package io.tidemark.bootstrap.console.quiet;

import io.tidemark.application.quiet.SilenceDesk.Standing;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.quiet.FiledSilence.State;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Snooze;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One silence.
 *
 * @param state where it is in its life; the tone names its shape
 * @param target which alerts, in words
 * @param alert where the alert is that was put off, or null when it is about several
 * @param left how long it still lasts, or empty when it is over
 * @param isLong whether it is so long that it may be forgotten
 */
record SilenceRow(
        long id,
        String tone,
        String state,
        String target,
        @Nullable String alert,
        String from,
        Instant until,
        String untilTime,
        String left,
        String author,
        String reason,
        boolean isLong,
        boolean isOver) {
    static SilenceRow of(Standing standing, Instant now) {
        Silence silence = standing.filed().silence();
        Instant end = standing.filed().end();
        boolean isOver = standing.state() == State.EXPIRED;
        return new SilenceRow(
                standing.filed().id(),
                standing.state() == State.ACTIVE ? "warning" : "unknown",
                standing.state().name().toLowerCase(Locale.ROOT),
                silence.target().toString(),
                silence.target() instanceof Snooze snooze ? "/alerts/" + snooze.alertId() : null,
                Wording.time(silence.time().from(), now),
                end,
                Wording.time(end, now),
                isOver ? "" : Wording.age(Duration.between(now, end)),
                silence.author(),
                silence.reason(),
                silence.isLong() && !isOver,
                isOver);
    }
}
