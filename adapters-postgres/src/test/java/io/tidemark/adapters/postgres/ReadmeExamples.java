package io.tidemark.adapters.postgres;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.merge.MergeTimer;
import io.tidemark.application.record.Operation;
import io.tidemark.application.record.Timer;
import io.tidemark.application.trace.OpenSpan;
import io.tidemark.domain.timing.Context;
import java.time.Duration;
import java.util.List;

/** The code that the README at the top shows: what an embedder writes, with an embedder's class path. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void inMemory() {
        try (Tidemark tidemark = Tidemark.open(TidemarkSettings.defaults())) {
            tidemark.record("commit", Duration.ofMillis(3));
            Timer timer = tidemark.start("merge_branches");
            try (timer) {
                mergeBranches();
            }
        }
    }

    static void inPostgres(String jdbcUrl, String user, String password) {
        TidemarkSettings settings = TidemarkSettings.defaults().withPostgres(jdbcUrl, user, password);
        try (Tidemark tidemark = Tidemark.open(settings)) {
            Operation commit = tidemark.operation("commit"); // once: saves the look-up by name
            commit.record(Duration.ofMillis(3), Context.of("ada").onBranch("main"));
        }
    }

    static void traces(Tidemark tidemark) {
        try (OpenSpan release = tidemark.span("branch_archive", "release 7")) {
            release.attribute("files", 12);
            try (OpenSpan diff = tidemark.span("get_diff", "diff main")) { // a child: it is opened in the other
                diff.attribute("rows", 3);
            }
        }
    }

    static void merges(Tidemark tidemark) {
        try (MergeTimer merge = tidemark.merge("feature/x", "main")) {
            String base = merge.base(() -> findBase());
            List<String> conflicts = merge.conflicts(() -> detectConflicts(base));
            merge.resolve(() -> resolveByRules(conflicts)); // how many it resolved
            merge.succeed(); // else it counts as abandoned
        }
    }

    private static String findBase() {
        return "a1b2c3";
    }

    private static List<String> detectConflicts(String base) {
        return List.of("conflict since " + base);
    }

    private static int resolveByRules(List<String> conflicts) {
        return conflicts.size();
    }

    private static void mergeBranches() {}
}
