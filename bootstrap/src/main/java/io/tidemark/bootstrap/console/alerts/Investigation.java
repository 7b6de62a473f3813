package io.tidemark.bootstrap.console.alerts;

import io.javalin.http.Context;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.bootstrap.console.alerts.AlertDetails.Course;
import io.tidemark.bootstrap.console.alerts.AlertDetails.Message;
import io.tidemark.bootstrap.console.alerts.AlertDetails.Reason;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.chart.TimeChart.Mark;
import io.tidemark.bootstrap.console.deployment.DeploymentMarks;
import io.tidemark.bootstrap.console.deployment.DeploymentRow;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.bootstrap.console.routing.ExplanationView;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together all that is known of an alert. */
final class Investigation {
    /** Those whose subject is no operation. */
    private static final Set<AlertType> ABOUT_SOMETHING_ELSE =
            Set.of(AlertType.HEALTH, AlertType.CHANNEL_DOWN, AlertType.SYSTEM);

    private final ConsoleSources sources;

    Investigation(ConsoleSources sources) {
        this.sources = sources;
    }

    AlertDetails of(AlertReport report, Context ctx) {
        Alert alert = report.alert();
        Instant now = sources.clock().instant();
        String operation = operation(alert);
        Why why = alert.evidence().why();
        return new AlertDetails(
                AlertDetails.headline(report, now),
                AlertDetails.about(alert, operation),
                why == null ? null : Reason.of(why),
                deployed(alert),
                operation == null ? null : chart(alert, operation, period(alert, ctx, now)),
                new Course(
                        Timeline.of(
                                alert,
                                sources.outbox().attempts(alert.id()),
                                sources.tidemark().alerting().silences().snoozes(alert.id()),
                                now),
                        report.told().stream().map(Message::of).toList()),
                Decisions.about(alert, proposal(alert), now),
                ExplanationView.of(sources.tidemark().alerting().routing().explain(alert), now));
    }

    /** The operation to look at: of several that are slow together, the first. */
    private static @Nullable String operation(Alert alert) {
        if (ABOUT_SOMETHING_ELSE.contains(alert.fingerprint().type())) {
            return null;
        }
        List<String> members = alert.evidence().members();
        return members.isEmpty() ? alert.fingerprint().subject() : members.get(0);
    }

    private static Period period(Alert alert, Context ctx, Instant now) {
        boolean isAsked = ctx.queryParam("from") != null || ctx.queryParam("hours") != null;
        return isAsked ? Period.of(ctx, now, TimeWindow.ONE_DAY) : AlertChart.around(alert, now);
    }

    /** What may be its cause, the most recent first. */
    private List<DeploymentRow> deployed(Alert alert) {
        if (ABOUT_SOMETHING_ELSE.contains(alert.fingerprint().type())) {
            return List.of();
        }
        List<String> members = alert.evidence().members();
        Instant beginning = alert.recurrence().firstSeen();
        return DeploymentRow.before(
                beginning,
                sources.tidemark()
                        .deployments()
                        .before(
                                beginning,
                                members.isEmpty() ? List.of(alert.fingerprint().subject()) : members));
    }

    private @Nullable TimeChart chart(Alert alert, String operation, Period period) {
        List<Mark> marks = DeploymentMarks.of(
                sources.tidemark()
                        .deployments()
                        .find(DeploymentSearch.of(operation, period.range(), DeploymentMarks.MOST)),
                period);
        return sources.tidemark()
                .overview()
                .operation(operation, period.range(), period.step())
                .map(overview -> AlertChart.draw(alert, overview, period).with(List.of(), marks))
                .orElse(null);
    }

    private @Nullable Proposal proposal(Alert alert) {
        if (alert.fingerprint().type() != AlertType.BASELINE_APPROVAL) {
            return null;
        }
        Scope scope =
                new Scope(alert.fingerprint().subject(), alert.fingerprint().branch());
        return sources.tidemark().analysis().baselines().approvals().pending().stream()
                .filter(proposal -> proposal.baseline().scope().equals(scope))
                .findFirst()
                .orElse(null);
    }
}
