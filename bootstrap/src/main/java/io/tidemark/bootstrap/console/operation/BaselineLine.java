package io.tidemark.bootstrap.console.operation;

import io.tidemark.bootstrap.console.chart.LinearScale;
import io.tidemark.bootstrap.console.chart.Outline;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.BaselineChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The p99 of an operation's baselines, each as wide as the others: what matters is the step from one to the next. */
final class BaselineLine {
    private static final double WIDTH = 1_000;

    private BaselineLine() {}

    /**
     * As small as a word; null when there are fewer than two.
     *
     * @param changes the latest first
     */
    static @Nullable SparkView of(List<BaselineChange> changes) {
        List<BaselineChange> whole = changes.stream()
                .filter(change -> change.scope().branch() == null)
                .toList();
        int count = whole.size();
        if (count < 2) {
            return null;
        }
        double highest = whole.stream()
                .mapToDouble(change -> change.after().p99Micros())
                .max()
                .orElse(0);
        LinearScale scale = LinearScale.upTo(highest, SparkView.HEIGHT);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String y = Outline.number(scale.y(whole.get(count - 1 - i).after().p99Micros()));
            path.append(i == 0 ? "M0," + y : "V" + y).append('H').append(Outline.number(WIDTH * (i + 1) / count));
        }
        String description = "p99 of %d baselines, from %s to %s"
                .formatted(
                        count,
                        Wording.duration(whole.get(count - 1).after().p99Micros()),
                        Wording.duration(whole.get(0).after().p99Micros()));
        return new SparkView(description, path.toString(), null, false);
    }
}
