package io.tidemark.application.schedule;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which jobs this process runs, and when.
 *
 * @param jobs what is not in it is not run here
 */
public record JobSettings(Map<StandardJob, Timing> jobs) {
    /** Another process runs them, or none does. */
    public static final JobSettings NONE = new JobSettings(Map.of());

    /** All of them, as they are by default. */
    public static final JobSettings DEFAULT = new JobSettings(Arrays.stream(StandardJob.values())
            .collect(Collectors.toMap(Function.identity(), job -> new Timing(job.schedule(), job.timeLimit()))));

    public JobSettings {
        jobs = Map.copyOf(jobs);
    }

    public boolean runs(StandardJob job) {
        return jobs.containsKey(job);
    }

    /** The jobs that are to be run here, of those that there is work for. */
    public List<Job> of(Map<StandardJob, Callable<String>> works) {
        List<Job> wanted = new ArrayList<>();
        works.forEach((job, work) -> {
            Timing timing = jobs.get(job);
            if (timing != null) {
                wanted.add(new Job(job.title(), job.description(), timing.schedule(), timing.timeLimit(), work));
            }
        });
        return wanted;
    }

    /**
     * When a job runs, and for how long.
     *
     * @param timeLimit after which it is interrupted
     */
    public record Timing(Schedule schedule, Duration timeLimit) {
        public Timing {
            requireNonNull(schedule, "schedule");
            requireNonNull(timeLimit, "timeLimit");
        }
    }
}
