package io.tidemark.application.quiet;

import static java.util.Comparator.comparing;

import io.tidemark.application.alert.Quieting;
import io.tidemark.application.port.SilenceBook;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.FiledSilence.State;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.quiet.SilenceIndex;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps quiet what people have silenced or put off. */
public final class Silences implements Quieting {
    private final SilenceBook book;
    private final Function<Alert, Labels> labels;
    private final Clock clock;
    private volatile List<FiledSilence> known = List.of();
    private volatile SilenceIndex index = SilenceIndex.of(List.of());

    public Silences(SilenceBook book, Function<Alert, Labels> labels, Clock clock) {
        this.book = book;
        this.labels = labels;
        this.clock = clock;
    }

    /** Reads anew which silences there are. */
    @Override
    public void refresh() {
        hasChanged();
    }

    /** Reads them anew, and says whether there are others than before. */
    public boolean hasChanged() {
        List<FiledSilence> before = known;
        known = book.notEndedBy(clock.instant());
        index = SilenceIndex.of(known);
        return !known.equals(before);
    }

    /** Of the silences that cover it now, the one that ends last. */
    @Override
    public Optional<Quiet> quiet(Alert alert, Instant now) {
        return index.covering(alert, labels.apply(alert)).stream()
                .filter(filed -> filed.state(now) == State.ACTIVE)
                .max(comparing(FiledSilence::end))
                .map(Silences::quiet);
    }

    private static Quiet quiet(FiledSilence filed) {
        boolean snoozed = filed.silence().target() instanceof Snooze;
        return new Quiet(snoozed ? QuietReason.SNOOZED : QuietReason.SILENCED, "silence " + filed.id(), filed.end());
    }
}
