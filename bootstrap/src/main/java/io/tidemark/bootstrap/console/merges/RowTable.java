package io.tidemark.bootstrap.console.merges;

import io.tidemark.application.port.MergeReader.Place;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.merges.MergesView.Names;
import io.tidemark.bootstrap.console.merges.MergesView.Phases;
import io.tidemark.bootstrap.console.merges.MergesView.Row;
import io.tidemark.bootstrap.console.merges.MergesView.Rows;
import io.tidemark.bootstrap.console.merges.MergesView.Tone;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.PhaseMicros;
import io.tidemark.domain.timing.SpanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges as rows. */
final class RowTable {
    private final MergesQuery query;

    private RowTable(MergesQuery query) {
        this.query = query;
    }

    static Rows of(List<FiledMerge> found, MergesQuery query, int most) {
        RowTable table = new RowTable(query);
        List<FiledMerge> shown = found.subList(0, Math.min(most, found.size()));
        return new Rows(
                shown.stream().map(filed -> table.row(filed.merge())).toList(),
                found.size() > most
                        ? query.address()
                                .with("after", MergesQuery.word(Place.of(shown.get(most - 1))))
                                .href()
                        : "",
                query.after() == null ? "" : query.address().href());
    }

    private Row row(Merge merge) {
        MergeStatus status = merge.verdict().status();
        return new Row(
                Wording.dayAndTime(merge.completion()),
                new Names(
                        merge.branches().source(),
                        merge.branches().target(),
                        query.of(merge.branches().pair()).href()),
                Wording.duration((double) merge.phases().totalMicros()),
                phases(merge),
                conflicts(merge.conflicts()),
                new Tone(Words.tone(status), Words.of(status)),
                merge.by().user(),
                trace(merge.by().span()));
    }

    private static Phases phases(Merge merge) {
        return new Phases(
                Words.of(merge.phases().bottleneck()),
                "",
                PhaseBar.of(new PhaseMicros(
                        (double) merge.phases().baseMicros(),
                        (double) merge.phases().conflictMicros(),
                        (double) merge.phases().resolveMicros(),
                        (double) merge.phases().restMicros())));
    }

    private static String conflicts(Conflicts conflicts) {
        return conflicts.found() == 0 ? "none" : "%d of %d resolved".formatted(conflicts.resolved(), conflicts.found());
    }

    private static String trace(@Nullable SpanId span) {
        return span == null ? "" : Address.of("/traces/" + span.traceId()).href() + "#s" + span.spanId();
    }
}
