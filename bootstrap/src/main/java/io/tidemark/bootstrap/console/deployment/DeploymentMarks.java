package io.tidemark.bootstrap.console.deployment;

import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.chart.TimeChart.Mark;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import java.util.List;

/** Deployments in a picture of what happened over time. */
public final class DeploymentMarks {
    /** More cannot be told apart. */
    public static final int MOST = 100;

    private DeploymentMarks() {}

    /** A line for each that lies in the period, with a way to where it is told more of. */
    public static List<Mark> of(List<FiledDeployment> deployments, Period period) {
        TimeAxis axis = new TimeAxis(period);
        return deployments.stream()
                .map(FiledDeployment::deployment)
                .filter(deployment -> period.range().contains(deployment.at()))
                .map(deployment -> mark(deployment, axis))
                .toList();
    }

    private static Mark mark(Deployment deployment, TimeAxis axis) {
        String note = deployment.report().note();
        String title = "%s · %s deployed, by %s%s"
                .formatted(
                        Wording.dayAndTime(deployment.at()),
                        deployment.version(),
                        deployment.report().by(),
                        note == null ? "" : ": " + note);
        return new Mark(
                "deployment",
                "deployed",
                axis.x(deployment.at()),
                null,
                title,
                deployment.report().link());
    }
}
