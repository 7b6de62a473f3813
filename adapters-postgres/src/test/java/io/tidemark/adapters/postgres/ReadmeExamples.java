package io.tidemark.adapters.postgres;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.record.Operation;
import io.tidemark.application.record.Timer;
import io.tidemark.domain.timing.Context;
import java.time.Duration;

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

    private static void mergeBranches() {}
}
