package io.tidemark.bootstrap.cli;

import io.tidemark.application.port.SchemaState;
import io.tidemark.application.port.SchemaState.Step;
import java.util.ArrayList;
import java.util.List;

/** What is said of the tables of a database. */
final class SchemaText {
    private SchemaText() {}

    static List<String> status(SchemaReport report) {
        var state = report.after();
        if (!state.unknown().isEmpty()) {
            return List.of(
                    "%s: the tables are of version %s, which a newer Tidemark made; this one knows versions up to %s. Nothing was changed: run the newer one."
                            .formatted(report.database(), state.version(), state.newest()));
        }
        if (state.pending().isEmpty()) {
            return List.of(
                    "%s: the tables are of version %s, and up to date.".formatted(report.database(), state.version()));
        }
        var lines = new ArrayList<String>();
        lines.add(
                "%s: %s; %d steps are left until version %s. 'tidemark schema migrate' takes them, and so does the daemon when it starts."
                        .formatted(
                                report.database(),
                                version(state),
                                state.pending().size(),
                                state.newest()));
        lines.addAll(steps(state.pending()));
        return lines;
    }

    static List<String> migrated(SchemaReport report) {
        var taken = report.before().pending();
        if (taken.isEmpty()) {
            return status(report);
        }
        var lines = new ArrayList<String>();
        lines.add("%s: the tables are of version %s now, after %s:"
                .formatted(
                        report.database(),
                        report.after().version(),
                        taken.size() == 1 ? "a step" : taken.size() + " steps"));
        lines.addAll(steps(taken));
        return lines;
    }

    private static String version(SchemaState state) {
        return state.version() == null ? "there are no tables yet" : "the tables are of version " + state.version();
    }

    private static List<String> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> "  %4s  %s".formatted(step.version(), step.change()))
                .toList();
    }
}
