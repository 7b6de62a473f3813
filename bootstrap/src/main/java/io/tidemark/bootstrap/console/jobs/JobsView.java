package io.tidemark.bootstrap.console.jobs;

import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import java.util.List;

/** The jobs, by name. */
record JobsView(Headline headline, List<JobRow> jobs) {
    static JobsView of(List<JobRow> jobs) {
        return new JobsView(headline(jobs), jobs);
    }

    private static Headline headline(List<JobRow> jobs) {
        List<String> failed = jobs.stream()
                .filter(job -> job.state().tone().equals("critical"))
                .map(JobRow::name)
                .toList();
        String detail =
                "%s; on several daemons each run happens once.".formatted(Wording.counted(jobs.size(), "job", "jobs"));
        if (jobs.isEmpty()) {
            return new Headline("unknown", "There are no jobs", "They run inside the daemon.");
        }
        return failed.isEmpty()
                ? new Headline("fine", "No job has failed last time", detail)
                : new Headline("critical", "Failed last time: " + String.join(", ", failed), detail);
    }
}
