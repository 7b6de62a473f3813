package io.tidemark.bootstrap.console.merges;

import io.tidemark.application.deployment.DeploymentDesk;
import io.tidemark.application.merge.MergeReport;
import io.tidemark.application.merge.MergeStudy;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.application.port.MergeReader;
import io.tidemark.application.port.MergeReader.MergeSearch;
import io.tidemark.bootstrap.console.deployment.DeploymentMarks;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.merges.MergesView.Filter;
import io.tidemark.bootstrap.console.merges.MergesView.Option;
import io.tidemark.bootstrap.console.merges.MergesView.Pairs;
import io.tidemark.bootstrap.console.merges.MergesView.Whole;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergeStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the page together. */
final class Composition {
    private static final int PAIRS = 20;
    private static final int ROWS = 25;
    private static final int MOST_CHANGES = 4;

    private final MergeStudy study;
    private final MergeReader reader;
    private final DeploymentDesk deployments;

    Composition(MergeStudy study, MergeReader reader, DeploymentDesk deployments) {
        this.study = study;
        this.reader = reader;
        this.deployments = deployments;
    }

    MergesView view(MergesQuery query) {
        Optional<MergeReport> report = study.report(
                query.filter(), query.period().range(), query.coarse().step(), PAIRS + 1);
        List<FiledMerge> rows =
                reader.find(new MergeSearch(query.filter(), query.period().range(), query.after(), ROWS + 1));
        return new MergesView(
                Headline.of(report, query),
                filter(query),
                report.map(found -> whole(found, query)).orElse(null),
                report.map(found -> PairTable.of(found, query, PAIRS)).orElse(new Pairs(List.of(), List.of(), "")),
                RowTable.of(rows, query, ROWS));
    }

    private Whole whole(MergeReport report, MergesQuery query) {
        List<MergeStep> steps = study.statistics()
                .steps(query.filter(), query.period().range(), query.period().step());
        return new Whole(
                PhaseBar.of(report.figures().times().average()),
                PhaseTable.of(report.figures().times()),
                report.advice(),
                Stream.concat(
                                report.pairs().stream().flatMap(PairTable::change),
                                report.shifts().stream().map(Headline::since))
                        .limit(MOST_CHANGES)
                        .toList(),
                Pictures.of(steps, deployments(query.period()), query.period()));
    }

    private List<FiledDeployment> deployments(Period period) {
        return deployments.find(
                new DeploymentSearch(period.range(), MergeStudy.OPERATIONS, null, DeploymentMarks.MOST));
    }

    private static Filter filter(MergesQuery query) {
        return new Filter(
                query.filter(),
                options(MergeStatus.values(), query.filter().status(), Words::of),
                options(MergeBottleneck.values(), query.filter().bottleneck(), Words::of),
                query.address().parameters().entrySet().stream()
                        .filter(entry -> List.of("hours", "from", "to").contains(entry.getKey()))
                        .map(entry -> new Option(entry.getKey(), entry.getValue(), false))
                        .toList(),
                query.isFiltered()
                        ? new MergesQuery(query.period(), MergeFilter.ALL, null)
                                .address()
                                .href()
                        : "",
                Choice.ofPast(query.address(), query.period()));
    }

    private static <E extends Enum<E>> List<Option> options(
            E[] constants, @Nullable E chosen, Function<E, String> label) {
        List<Option> options = new ArrayList<>();
        Arrays.stream(constants)
                .map(constant ->
                        new Option(constant.name().toLowerCase(Locale.ROOT), label.apply(constant), constant == chosen))
                .forEach(options::add);
        return options;
    }
}
