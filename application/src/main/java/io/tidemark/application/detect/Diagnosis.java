package io.tidemark.application.detect;

import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.Surprise;
import io.tidemark.domain.anomaly.Symptoms;
import io.tidemark.domain.anomaly.Symptoms.Spike;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.baseline.Baseline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which anomalies of an operation count: those that nobody expects, on the slow side unless asked, and not by chance. */
final class Diagnosis {
    private final Window window;
    private final Anomalies anomalies;
    private final Optional<Baseline> baseline;
    private final List<Anomaly> counting;

    Diagnosis(Window window, Anomalies anomalies, Optional<Baseline> baseline, boolean quickToo) {
        this.window = window;
        this.anomalies = anomalies;
        this.baseline = baseline;
        this.counting = anomalies.unexpected().stream()
                .filter(anomaly -> quickToo || anomaly.isSlow())
                .toList();
    }

    Symptoms symptoms(double degradationPercent) {
        double worst = worstScore();
        boolean outlier = Surprise.isOutlier(worst, window.all().count());
        Spike spike = spike();
        return new Symptoms(outlier || spike != Spike.SINGLE ? worst : 0, spike, degradationPercent);
    }

    /** The worst of those that count; empty when there is none, or none could be looked up. */
    Optional<Anomaly> worst() {
        return counting.stream().max(Comparator.comparingDouble(anomaly -> Math.abs(anomaly.score())));
    }

    /** When the last of them ended. */
    Optional<Instant> last() {
        return counting.stream()
                .map(anomaly -> anomaly.timing().start().plus(anomaly.timing().durationMicros(), ChronoUnit.MICROS))
                .max(Comparator.naturalOrder());
    }

    Window window() {
        return window;
    }

    /** Where single timings are missing, the roll-ups still tell the longest. */
    private double worstScore() {
        boolean missing = anomalies.found().isEmpty() && anomalies.count().slow() > 0;
        if (missing && anomalies.standard() instanceof Yardstick normal) {
            return normal.score(window.all().quantile(1));
        }
        return worst().map(anomaly -> Math.abs(anomaly.score())).orElse(0.0);
    }

    private Spike spike() {
        if (counting.stream().anyMatch(this::breaksBaseline)) {
            return Spike.BREAKS_BASELINE;
        }
        return repeats() ? Spike.REPEATS : Spike.SINGLE;
    }

    private boolean breaksBaseline(Anomaly anomaly) {
        return baseline.flatMap(known -> known.judge(
                        anomaly.timing().durationMicros(), anomaly.timing().start()))
                .isPresent();
    }

    private boolean repeats() {
        boolean firm = anomalies.standard() instanceof Yardstick normal && !normal.isWarmingUp();
        return firm
                && (Surprise.repeats(side(true), window.byHour()) || Surprise.repeats(side(false), window.byHour()));
    }

    private List<Anomaly> side(boolean slow) {
        return counting.stream().filter(anomaly -> anomaly.isSlow() == slow).toList();
    }
}
