package io.tidemark.adapters.postgres;

import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.quiet.Silence.Target;
import io.tidemark.domain.quiet.Timetable;
import io.tidemark.domain.schedule.Schedule;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Silences and maintenance windows. */
interface QuietMapper {
    SilenceRow add(@Param("silence") SilenceRow silence, @Param("at") Instant at);

    /** Forgets those that ended before. */
    int forget(Instant endedBefore);

    /** The silence as it was before, or null when there is none of that number; nobody else changes it meanwhile. */
    @Nullable
    SilenceRow hold(long id);

    boolean expire(@Param("id") long id, @Param("by") String by, @Param("at") Instant at);

    List<SilenceRow> notEndedBy(Instant instant);

    List<SilenceRow> latest(long before, int limit);

    List<WindowRow> windows();

    @Nullable
    WindowRow window(String name);

    void set(WindowRow window);

    boolean remove(String name);

    /**
     * A silence as it is stored.
     *
     * @param matchers empty for a snooze
     * @param alertId the alert of a snooze, or null
     */
    record SilenceRow(
            long id,
            List<String> matchers,
            @Nullable Long alertId,
            TimeRange time,
            Signature author,
            String reason,
            @Nullable Instant expiredAt) {

        static SilenceRow of(Silence silence, Instant at) {
            Target target = silence.target();
            return new SilenceRow(
                    0,
                    target instanceof Matching matching ? texts(matching.matchers()) : List.of(),
                    target instanceof Snooze snooze ? snooze.alertId() : null,
                    silence.time(),
                    new Signature(silence.author(), at),
                    silence.reason(),
                    null);
        }

        FiledSilence filed() {
            Target target = alertId == null ? new Matching(read(matchers)) : new Snooze(alertId);
            return new FiledSilence(id, new Silence(target, time, author.by(), reason), expiredAt);
        }
    }

    /**
     * A window as it is stored.
     *
     * @param when its recurrence and its time zone
     */
    record WindowRow(
            String name,
            When when,
            List<String> matchers,
            @Nullable Severity breakThrough,
            boolean enabled,
            FiledWindow.Origin origin,
            Signature changed) {

        static WindowRow of(FiledWindow filed) {
            MaintenanceWindow window = filed.window();
            return new WindowRow(
                    window.name(),
                    new When(
                            window.timetable().recurrence().toString(),
                            window.timetable().zone().getId()),
                    texts(window.matchers()),
                    window.breakThrough(),
                    window.enabled(),
                    filed.origin(),
                    new Signature(filed.by(), filed.at()));
        }

        FiledWindow filed() {
            Timetable timetable = new Timetable(Recurrence.parse(when.recurrence()), Schedule.zone(when.zone()));
            MaintenanceWindow window = new MaintenanceWindow(name, timetable, read(matchers), breakThrough, enabled);
            return new FiledWindow(window, origin, changed.by(), changed.at());
        }
    }

    /** When a window is open, as it is written. */
    record When(String recurrence, String zone) {}

    private static List<String> texts(List<Matcher> matchers) {
        return matchers.stream().map(Matcher::toString).toList();
    }

    private static List<Matcher> read(List<String> matchers) {
        return matchers.stream().map(Matcher::parse).toList();
    }
}
