package io.tidemark.bootstrap.console.merges;

import io.tidemark.bootstrap.console.chart.StackChart;
import io.tidemark.bootstrap.console.chart.StackChart.Part;
import io.tidemark.bootstrap.console.chart.StackChart.Step;
import io.tidemark.bootstrap.console.chart.TimeChart.Mark;
import io.tidemark.bootstrap.console.deployment.DeploymentMarks;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.merges.MergesView.Charts;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.Outcomes;
import java.util.Arrays;
import java.util.List;

/** Merges over time: how long their phases took on average, and how they ended. */
final class Pictures {
    private static final List<Part> PHASES = Arrays.stream(MergePhase.values())
            .map(phase -> new Part(Words.of(phase), PhaseBar.look(phase)))
            .toList();
    private static final List<Part> OUTCOMES = List.of(
            new Part(Words.of(MergeStatus.SUCCESS), "part-1"),
            new Part(Words.of(MergeStatus.PARTIAL_SUCCESS), "part-2"),
            new Part(Words.of(MergeStatus.FAILED), "part-4"),
            new Part(Words.of(MergeStatus.ABANDONED), "part-5"));

    private Pictures() {}

    static Charts of(List<MergeStep> steps, List<FiledDeployment> deployments, Period period) {
        List<Mark> marks = DeploymentMarks.of(deployments, period);
        return new Charts(
                StackChart.draw(
                                "How long the phases of merges took on average, " + period.phrase(),
                                PHASES,
                                steps.stream().map(Pictures::phases).toList(),
                                Wording::roundDuration,
                                period)
                        .with(List.of(), marks),
                StackChart.draw(
                                "How merges ended, " + period.phrase(),
                                OUTCOMES,
                                steps.stream().map(Pictures::outcomes).toList(),
                                count -> Wording.count(Math.round(count)),
                                period)
                        .with(List.of(), marks));
    }

    private static Step phases(MergeStep step) {
        return new Step(
                step.start(),
                Arrays.stream(MergePhase.values())
                        .map(phase -> step.figures().times().average().of(phase))
                        .toList());
    }

    private static Step outcomes(MergeStep step) {
        Outcomes outcomes = step.figures().outcomes();
        return new Step(
                step.start(),
                List.of((double) outcomes.success(), (double) outcomes.partial(), (double) outcomes.failed(), (double)
                        outcomes.abandoned()));
    }
}
