package io.tidemark.bootstrap.console.baselines;

import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.BaselineHealth;
import io.tidemark.domain.baseline.Freshness;
import java.util.List;

/**
 * The baselines.
 *
 * @param health how far they can be trusted
 * @param waiting what waits for a word
 * @param rows each of them
 * @param executions the last recalculations
 */
record BaselinesView(
        Headline headline,
        BaselineHealth health,
        List<Comparison> waiting,
        List<BaselineRow> rows,
        List<ExecutionRow> executions) {
    /** How many baselines are shown at once. */
    static final int MOST_SHOWN = 500;

    long fresh(Freshness freshness) {
        return count(health, freshness);
    }

    long weak() {
        return health.baselines().stream()
                .filter(one -> one.active().baseline().normal().isWeak())
                .count();
    }

    static Headline headline(BaselineHealth health, int waiting) {
        long old = count(health, Freshness.VERY_STALE);
        String detail = "%s of %s with timings %s one.%s"
                .formatted(
                        Wording.count(health.coverage().covered()),
                        Wording.counted(health.coverage().timed(), "operation", "operations"),
                        health.coverage().covered() == 1 ? "has" : "have",
                        old == 0
                                ? ""
                                : " %s not looked at for a week."
                                        .formatted(Wording.counted(old, "baseline was", "baselines were")));
        if (waiting > 0) {
            String sentence = Wording.counted(waiting, "baseline waits", "baselines wait") + " for your word";
            return new Headline("warning", sentence, detail);
        }
        if (health.baselines().isEmpty()) {
            return new Headline(
                    "unknown",
                    "Nothing is known to be normal yet",
                    health.coverage().timed() == 0 ? "No operation has timings yet." : detail);
        }
        return old > 0
                ? new Headline("warning", "Some baselines are old", detail)
                : new Headline("fine", "The baselines are up to date", detail);
    }

    private static long count(BaselineHealth health, Freshness freshness) {
        return health.baselines().stream()
                .filter(one -> one.freshness() == freshness)
                .count();
    }
}
