package io.tidemark.application;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.alert.MessageSettings;
import io.tidemark.application.baseline.BaselineRules;
import io.tidemark.application.detect.DetectionSettings;
import io.tidemark.application.journal.JournalSettings;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.record.RecorderSettings;
import io.tidemark.application.schedule.JobSettings;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Tidemark works inside an application.
 *
 * @param storage which storage keeps everything
 * @param recorder how timings are taken
 * @param baselines how baselines are made
 * @param noticing what is noticed, and what becomes of it
 * @param messages how messages are worded, and which are only written down
 * @param jobs which jobs run inside this application
 */
public record TidemarkSettings(
        StorageChoice storage,
        RecorderSettings recorder,
        BaselineSettings baselines,
        Noticing noticing,
        MessageSettings messages,
        JobSettings jobs) {

    public TidemarkSettings {
        requireNonNull(storage, "storage");
        requireNonNull(recorder, "recorder");
        requireNonNull(baselines, "baselines");
        requireNonNull(noticing, "noticing");
        requireNonNull(messages, "messages");
        requireNonNull(jobs, "jobs");
    }

    /** In memory, with the defaults of everything. */
    public static TidemarkSettings defaults() {
        return new TidemarkSettings(
                new StorageChoice("memory", StorageSettings.NONE),
                RecorderSettings.defaults(),
                new BaselineSettings(BaselinePolicy.DEFAULT, Map.of(), BaselineRules.DEFAULT_TIME_LIMIT),
                new Noticing(DetectionSettings.DEFAULT, AlertPolicy.DEFAULT),
                MessageSettings.DEFAULT,
                JobSettings.NONE);
    }

    /** Keeps everything in PostgreSQL; takes {@code tidemark-adapters-postgres} on the class path. */
    public TidemarkSettings withPostgres(String jdbcUrl, String user, String password) {
        return withStorage("postgres", Map.of("url", jdbcUrl, "user", user, "password", password));
    }

    /** Keeps everything in the storage of that name. */
    public TidemarkSettings withStorage(String name, Map<String, String> settings) {
        return new TidemarkSettings(
                new StorageChoice(name, new StorageSettings(settings)), recorder, baselines, noticing, messages, jobs);
    }

    public TidemarkSettings withRecorder(RecorderSettings recorder) {
        return new TidemarkSettings(storage, recorder, baselines, noticing, messages, jobs);
    }

    /**
     * Keeps timings in files of that folder, up to 256 MiB, while the storage is away: also beyond the end of the process,
     * until the next one that is given the same folder. Each process needs a folder of its own.
     */
    public TidemarkSettings withJournal(Path folder) {
        return withRecorder(recorder.withJournal(JournalSettings.in(folder)));
    }

    public TidemarkSettings withBaselines(BaselineSettings baselines) {
        return new TidemarkSettings(storage, recorder, baselines, noticing, messages, jobs);
    }

    public TidemarkSettings withRepeats(RepeatPolicy repeats) {
        return withAlerts(noticing.alerts().with(repeats));
    }

    public TidemarkSettings withAlerts(AlertPolicy alerts) {
        return withNoticing(new Noticing(noticing.detection(), alerts));
    }

    public TidemarkSettings withDetection(DetectionSettings detection) {
        return withNoticing(new Noticing(detection, noticing.alerts()));
    }

    public TidemarkSettings withMessages(MessageSettings messages) {
        return new TidemarkSettings(storage, recorder, baselines, noticing, messages, jobs);
    }

    private TidemarkSettings withNoticing(Noticing noticing) {
        return new TidemarkSettings(storage, recorder, baselines, noticing, messages, jobs);
    }

    /** Runs all jobs inside this application, shared with whoever else runs them on the same storage. */
    public TidemarkSettings withJobs() {
        return withJobs(JobSettings.DEFAULT);
    }

    /** Runs these jobs inside this application, shared with whoever else runs them on the same storage. */
    public TidemarkSettings withJobs(JobSettings jobs) {
        return new TidemarkSettings(storage, recorder, baselines, noticing, messages, jobs);
    }

    /**
     * How many times its p99 a run of this operation may last; for those without a word of their own, the policy says it.
     */
    public TidemarkSettings withMultiplier(String operation, double multiplier) {
        Map<String, Double> multipliers = new HashMap<>(baselines.multipliers());
        multipliers.put(operation, multiplier);
        return withBaselines(baselines.withMultipliers(multipliers));
    }

    /**
     * Which storage keeps everything.
     *
     * @param name its name, such as {@code memory} or {@code postgres}
     * @param settings what it needs to know
     */
    public record StorageChoice(String name, StorageSettings settings) {}

    /**
     * What is noticed, and what becomes of it.
     *
     * @param detection how operations are looked at for anomalies and degradation
     * @param alerts when a condition that lasts is told again, goes up, and is over
     */
    public record Noticing(DetectionSettings detection, AlertPolicy alerts) {
        public Noticing {
            requireNonNull(detection, "detection");
            requireNonNull(alerts, "alerts");
        }
    }

    /**
     * How baselines are made.
     *
     * @param policy the rule
     * @param multipliers the multiplier of operations that have one of their own
     * @param timeLimit how long recalculating one of them may take
     * @param rhythm when hours are told apart, or null when they never are
     */
    public record BaselineSettings(
            BaselinePolicy policy,
            Map<String, Double> multipliers,
            Duration timeLimit,
            @Nullable RhythmPolicy rhythm) {
        public BaselineSettings {
            requireNonNull(policy, "policy");
            requireNonNull(timeLimit, "timeLimit");
            multipliers = Map.copyOf(multipliers);
            multipliers.values().forEach(policy::withMultiplier);
        }

        /** Tells hours apart by UTC. */
        public BaselineSettings(BaselinePolicy policy, Map<String, Double> multipliers, Duration timeLimit) {
            this(policy, multipliers, timeLimit, RhythmPolicy.DEFAULT);
        }

        public BaselineSettings withMultipliers(Map<String, Double> multipliers) {
            return new BaselineSettings(policy, multipliers, timeLimit, rhythm);
        }

        public BaselineSettings withRhythm(@Nullable RhythmPolicy rhythm) {
            return new BaselineSettings(policy, multipliers, timeLimit, rhythm);
        }

        /** As a rule for each operation. */
        BaselineRules rules() {
            return new BaselineRules(this::policyOf, timeLimit, rhythm);
        }

        BaselinePolicy policyOf(String operation) {
            Double multiplier = multipliers.get(operation);
            return multiplier == null ? policy : policy.withMultiplier(multiplier);
        }
    }
}
