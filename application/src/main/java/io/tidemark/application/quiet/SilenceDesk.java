package io.tidemark.application.quiet;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Numbered;
import io.tidemark.application.port.SilenceBook;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.FiledSilence.State;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.quiet.Silence.Target;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what people say about silences, and tells which there are. */
public final class SilenceDesk {
    /** Far more than people make; who needs more wants an expression for several values. */
    public static final int MOST = 10_000;

    private static final int MOST_ALERTS = 1_000;
    private static final Comparator<Place> BY_END = comparing(Place::end).thenComparing(Place::id);
    private static final int MOST_LOOKED_THROUGH = 1_000;

    private final SilenceBook book;
    private final AlertReader alerts;
    private final Function<Alert, Labels> labels;
    private final Clock clock;

    public SilenceDesk(SilenceBook book, AlertReader alerts, Function<Alert, Labels> labels, Clock clock) {
        this.book = book;
        this.alerts = alerts;
        this.labels = labels;
        this.clock = clock;
    }

    /** A silence, and where it is in its life. */
    public record Standing(FiledSilence filed, State state) {}

    /** Where a silence stands in a list. */
    public record Place(Instant end, long id) {
        static Place of(FiledSilence filed) {
            return new Place(filed.end(), filed.id());
        }
    }

    /** Which silences are asked for. */
    public enum Selection {
        /** Those to come and those in force, what ends first first. */
        CURRENT,
        /** Those that ended as well, the most recent first. */
        ALL
    }

    /** The unresolved alerts that it would keep quiet if it were in force now: of those seen last, at most so many. */
    public List<AlertReport> preview(Target target) {
        return alerts.latest(Which.UNRESOLVED, MOST_ALERTS).stream()
                .filter(report -> target.covers(report.alert(), labels.apply(report.alert())))
                .toList();
    }

    /**
     * Makes a silence.
     *
     * @throws IllegalArgumentException when it is over before it is made, or there are too many
     */
    public Standing add(Silence silence) {
        Instant now = clock.instant();
        if (!silence.time().to().isAfter(now)) {
            throw new IllegalArgumentException(
                    "the end %s has passed: it is %s".formatted(silence.time().to(), now));
        }
        if (book.notEndedBy(now).size() >= MOST) {
            throw new IllegalArgumentException(
                    "there are %d silences that have not ended: expire some, or cover several values with =~"
                            .formatted(MOST));
        }
        return standing(book.add(silence, now), now);
    }

    /**
     * Puts off a single alert until an instant.
     *
     * @return the silence; empty when there is no such alert
     * @throws IllegalArgumentException when the alert is over, or the silence breaks the rules
     */
    public Optional<Standing> snooze(long alertId, Instant until, String by, String reason) {
        Instant now = clock.instant();
        return alerts.find(alertId).map(report -> {
            if (report.alert().state().isOver()) {
                throw new IllegalArgumentException(
                        "alert %d is resolved: when it comes back, it is another alert".formatted(alertId));
            }
            return add(new Silence(new Snooze(alertId), new TimeRange(now, until), by, reason));
        });
    }

    /**
     * Ends a silence early; what it kept quiet and still fires is told.
     *
     * @return it as it is now; empty when there is none of that number
     */
    public Optional<Standing> expire(long id, String by) {
        Instant now = clock.instant();
        return book.expire(id, now, by).map(filed -> standing(filed, now));
    }

    /** The first of the silences, at most as many as asked for. A snooze ends with its alert. */
    public List<Standing> list(Selection selection, int limit) {
        return list(selection, null, limit);
    }

    /**
     * The same, from a place on.
     *
     * @param after the place of the last one that is known; null from the first one on
     */
    public List<Standing> list(Selection selection, @Nullable Place after, int limit) {
        Instant now = clock.instant();
        List<FiledSilence> filed = switch (selection) {
            case CURRENT ->
                book.notEndedBy(now).stream()
                        .filter(one -> after == null || BY_END.compare(Place.of(one), after) > 0)
                        .toList();
            case ALL -> book.latest(after == null ? Numbered.BEYOND : after.id(), limit);
        };
        return filed.stream()
                .map(one -> standing(one, now))
                .filter(one -> selection == Selection.ALL || one.state() != State.EXPIRED)
                .limit(limit)
                .toList();
    }

    /** How an alert was put off, the most recent first: as far as that is among the silences that were filed last. */
    public List<Standing> snoozes(long alertId) {
        Instant now = clock.instant();
        return book.latest(MOST_LOOKED_THROUGH).stream()
                .filter(filed -> filed.silence().target() instanceof Snooze snooze && snooze.alertId() == alertId)
                .map(filed -> standing(filed, now))
                .toList();
    }

    private Standing standing(FiledSilence filed, Instant now) {
        State state = filed.state(now);
        return new Standing(filed, state != State.EXPIRED && isOfAnAlertThatIsOver(filed) ? State.EXPIRED : state);
    }

    private boolean isOfAnAlertThatIsOver(FiledSilence filed) {
        return filed.silence().target() instanceof Snooze snooze
                && alerts.find(snooze.alertId())
                        .map(report -> report.alert().state().isOver())
                        .orElse(true);
    }
}
