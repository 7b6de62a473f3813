package io.tidemark.bootstrap.console.deployment;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.FiledDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment in a list.
 *
 * @param time when it was, in words
 * @param touched the operations that it touched
 * @param link where it is told more of, or null
 * @param note what else was said of it, or empty
 */
public record DeploymentRow(
        String version,
        Instant at,
        String time,
        String touched,
        String by,
        @Nullable String link,
        String note) {

    /** Each with its day. */
    public static List<DeploymentRow> of(List<FiledDeployment> deployments) {
        return deployments.stream()
                .map(filed -> of(
                        filed.deployment(),
                        Wording.dayAndTime(filed.deployment().at())))
                .toList();
    }

    /** Each with how long before the beginning of something it was. */
    public static List<DeploymentRow> before(Instant beginning, List<FiledDeployment> deployments) {
        return deployments.stream()
                .map(FiledDeployment::deployment)
                .map(deployment ->
                        of(deployment, Wording.age(Duration.between(deployment.at(), beginning)) + " before it began"))
                .toList();
    }

    private static DeploymentRow of(Deployment deployment, String time) {
        return new DeploymentRow(
                deployment.version(),
                deployment.at(),
                time,
                deployment.operations().isEmpty() ? "all operations" : String.join(", ", deployment.operations()),
                deployment.report().by(),
                deployment.report().link(),
                requireNonNullElse(deployment.report().note(), ""));
    }
}
