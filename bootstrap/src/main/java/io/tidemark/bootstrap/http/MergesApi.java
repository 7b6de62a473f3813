package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.application.merge.MergeStudy;
import io.tidemark.application.port.MergeReader;
import io.tidemark.application.port.MergeReader.MergeSearch;
import io.tidemark.application.port.MergeReader.Place;
import io.tidemark.bootstrap.http.MergeJson.Filed;
import io.tidemark.bootstrap.http.MergeJson.Pair;
import io.tidemark.bootstrap.http.MergeJson.PhaseStep;
import io.tidemark.bootstrap.http.MergeJson.SuccessStep;
import io.tidemark.bootstrap.http.MergeJson.Whole;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.MergeFilter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where merges lose their time, for which pair of branches, since when, and what would help. */
final class MergesApi {
    private static final String ALL = "/api/v1/merges";
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many merges at most.", 50, 1_000);
    private static final Parameter<Integer> PAIRS = Parameter.number("limit", "How many pairs at most.", 20, 200);

    private final MergeReader reader;
    private final MergeStudy study;
    private final Clock clock;

    MergesApi(MergeReader reader, MergeStudy study, Clock clock) {
        this.reader = reader;
        this.study = study;
        this.clock = clock;
    }

    void register(Calls calls) {
        calls.add(
                about(Call.get(ALL).says("Lists merges with their phases, the latest first."))
                        .query(LIMIT, Cursor.PLACE)
                        .answers(MergesJson.class),
                this::list);
        calls.add(
                about(Call.get(ALL + "/advice")
                                .says("Tells where merges lose their time, since when, and what would help."))
                        .answers(AdviceJson.class),
                this::advise);
        calls.add(
                about(Call.get(ALL + "/pairs")
                                .says("The same for each pair of branches: where most time was lost, first."))
                        .query(PAIRS)
                        .answers(PairsJson.class),
                this::pairs);
        calls.add(
                about(Call.get(ALL + "/phases").says("Tells how long the phases of merges took, step by step."))
                        .answers(PhasesJson.class),
                this::phases);
        calls.add(
                about(Call.get(ALL + "/success").says("Tells how merges ended, step by step."))
                        .answers(SuccessJson.class),
                this::success);
    }

    private static Call about(Call call) {
        return call.query(
                Stretch.HOURS,
                Stretch.FROM,
                Stretch.TO,
                MergeQuery.SOURCE,
                MergeQuery.TARGET,
                MergeQuery.STATUS,
                MergeQuery.BOTTLENECK);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        int limit = query.get(LIMIT);
        Cursor cursor = query.get(Cursor.PLACE);
        Place after = cursor == null ? null : new Place(cursor.at(), cursor.number());
        MergeSearch search =
                new MergeSearch(MergeQuery.filter(query), stretch(query).range(), after, limit + 1);
        Page<FiledMerge> page = Page.of(
                reader.find(search), limit, filed -> Cursor.after(filed.merge().completion(), filed.id()));
        ctx.json(new MergesJson(page.as(Filed::of), page.next()));
    }

    private void advise(Context ctx) {
        Query query = Query.of(ctx);
        Stretch stretch = stretch(query);
        ctx.json(new AdviceJson(
                stretch.range().from(),
                stretch.range().to(),
                study.report(MergeQuery.filter(query), stretch.range(), stretch.step(), 1)
                        .map(Whole::of)
                        .orElse(null)));
    }

    private void pairs(Context ctx) {
        Query query = Query.of(ctx);
        Stretch stretch = stretch(query);
        ctx.json(new PairsJson(
                stretch.range().from(),
                stretch.range().to(),
                study.report(MergeQuery.filter(query), stretch.range(), stretch.step(), query.get(PAIRS)).stream()
                        .flatMap(report -> report.pairs().stream())
                        .map(Pair::of)
                        .toList()));
    }

    private void phases(Context ctx) {
        Query query = Query.of(ctx);
        Stretch stretch = stretch(query);
        MergeFilter filter = MergeQuery.filter(query);
        ctx.json(new PhasesJson(
                stretch.range().from(),
                stretch.range().to(),
                stretch.step().toSeconds(),
                study.statistics().steps(filter, stretch.range(), stretch.step()).stream()
                        .map(PhaseStep::of)
                        .toList()));
    }

    private void success(Context ctx) {
        Query query = Query.of(ctx);
        Stretch stretch = stretch(query);
        MergeFilter filter = MergeQuery.filter(query);
        ctx.json(new SuccessJson(
                stretch.range().from(),
                stretch.range().to(),
                stretch.step().toSeconds(),
                study.statistics().steps(filter, stretch.range(), stretch.step()).stream()
                        .map(SuccessStep::of)
                        .toList()));
    }

    private Stretch stretch(Query query) {
        return Stretch.of(query, clock.instant());
    }

    /** @param next where the next merges begin, or null when there are no more */
    record MergesJson(List<Filed> merges, @Nullable String next) {}

    /** @param merges what they look like, or null when there are none */
    record AdviceJson(Instant from, Instant to, @Nullable Whole merges) {}

    record PairsJson(Instant from, Instant to, List<Pair> pairs) {}

    record PhasesJson(Instant from, Instant to, long stepSeconds, List<PhaseStep> steps) {}

    record SuccessJson(Instant from, Instant to, long stepSeconds, List<SuccessStep> steps) {}
}
