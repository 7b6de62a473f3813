package io.tidemark.application;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.backtest.Backtests;
import io.tidemark.application.baseline.AnsweredShifts;
import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.change.LevelShiftWatch;
import io.tidemark.application.change.LevelShifts;
import io.tidemark.application.correlate.Correlation;
import io.tidemark.application.correlate.CorrelationWatch;
import io.tidemark.application.deployment.DeploymentDesk;
import io.tidemark.application.detect.Detection;
import io.tidemark.application.detect.StreamWatch;
import io.tidemark.application.merge.MergeStudy;
import io.tidemark.application.port.BottleneckBook;
import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.backtest.Rehearsal.Ways;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.correlation.CorrelationSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What is made of the recordings: what is normal, what is not, what belongs together, and what a rule would have done. */
public final class Analysis {
    private final Storage storage;
    private final Clock clock;
    private final BaselineDesk baselines;
    private final Detection detection;
    private final Correlation correlation;
    private final Backtests backtests;
    private final MergeStudy merges;
    private final Watches watches;

    /** Those that run as jobs. */
    record Watches(StreamWatch streams, LevelShiftWatch shifts, CorrelationWatch groups) {}

    private Analysis(
            Storage storage, TidemarkSettings settings, AlertDesk desk, BaselineWatch baselineWatch, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.baselines = BaselineDesk.over(
                storage,
                settings.baselines().rules(),
                desk::see,
                operation -> levelShifts(storage, ZoneOffset.UTC)
                        .standing(operation, clock.instant())
                        .map(standing -> standing.shift().since()),
                clock);
        this.detection = new Detection(storage, settings.noticing().detection(), desk, clock);
        this.correlation = correlation(storage, clock);
        this.backtests = new Backtests(
                storage.rollups(),
                storage.alertReader(),
                operation -> new Ways(
                        settings.baselines().policyOf(operation),
                        settings.baselines().rhythm()),
                settings.noticing().alerts().repeats().interval(),
                clock);
        this.merges = new MergeStudy(
                storage.mergeStatistics(),
                baselineWatch::of,
                levelShifts(storage, ZoneOffset.UTC),
                ShiftPolicy.standard(ZoneOffset.UTC));
        this.watches = watches(storage, desk, baselineWatch, clock);
    }

    /** Puts it together; nothing is read yet. */
    static Analysis over(
            Storage storage, TidemarkSettings settings, AlertDesk desk, BaselineWatch baselineWatch, Clock clock) {
        return new Analysis(storage, settings, desk, baselineWatch, clock);
    }

    /** What is normal. */
    public BaselineDesk baselines() {
        return baselines;
    }

    /** Which timings do not fit, and which operations got slower. */
    public Detection detection() {
        return detection;
    }

    /** From where on single operations count as unusual. */
    public DetectionRuleBook detectionRules() {
        return storage.detectionRules();
    }

    /** Which deviations are expected, until when, and who says so. */
    public ExpectationBook expectations() {
        return storage.expectations();
    }

    /** Takes what people and programs say of deployments, and tells which there were. */
    DeploymentDesk deployments() {
        return new DeploymentDesk(storage.deployments(), clock);
    }

    /** When the levels of operations shifted; days and weeks are those of the zone. */
    public LevelShifts levelShifts(ZoneId zone) {
        return levelShifts(storage, zone);
    }

    /** Which operations move together. */
    public Correlation correlation() {
        return correlation;
    }

    /** Where to say what operations share when they get slow together. */
    public BottleneckBook bottlenecks() {
        return storage.bottlenecks();
    }

    /** Tries rules on what was recorded. */
    public Backtests backtests() {
        return backtests;
    }

    /** Where merges lose their time. */
    public MergeStudy merges() {
        return merges;
    }

    Watches watches() {
        return watches;
    }

    private static Watches watches(Storage storage, AlertDesk desk, BaselineWatch baselineWatch, Clock clock) {
        AnsweredShifts answers = new AnsweredShifts(storage.exclusions());
        return new Watches(
                new StreamWatch(storage.series(), baselineWatch::isTracked, desk, clock),
                new LevelShiftWatch(
                        levelShifts(storage, ZoneOffset.UTC),
                        shift -> !answers.isAnswered(shift.operation(), shift.since()),
                        desk,
                        clock),
                new CorrelationWatch(
                        correlation(storage, clock), storage.alertReader(), desk, CorrelationSettings.DEFAULT));
    }

    private static LevelShifts levelShifts(Storage storage, ZoneId zone) {
        return new LevelShifts(storage.rollups(), storage.operationReader(), ShiftPolicy.standard(zone));
    }

    private static Correlation correlation(Storage storage, Clock clock) {
        return new Correlation(storage.series(), storage.operationReader(), storage.bottlenecks(), clock);
    }
}
