package io.tidemark.domain.alert;

import java.util.List;

/**
 * What to do about a type of alert.
 *
 * @param title what it is called, for people
 * @param means what it means
 * @param look what to look at, in the order in which it pays
 * @param helps what helps
 */
public record Runbook(String title, String means, List<String> look, List<String> helps) {
    public Runbook {
        look = List.copyOf(look);
        helps = List.copyOf(helps);
    }

    /** That of a type. */
    public static Runbook of(AlertType type) {
        return switch (type) {
            case THRESHOLD_EXCEEDED -> THRESHOLD_EXCEEDED;
            case ANOMALY -> ANOMALY;
            case DEGRADATION -> DEGRADATION;
            case CORRELATED_DEGRADATION -> CORRELATED_DEGRADATION;
            case HEALTH -> HEALTH;
            case CHANNEL_DOWN -> CHANNEL_DOWN;
            case BASELINE_APPROVAL -> BASELINE_APPROVAL;
            case SYSTEM -> SYSTEM;
        };
    }

    /** What to do first, in a sentence. */
    public String first() {
        return look.get(0);
    }

    private static final Runbook THRESHOLD_EXCEEDED = new Runbook(
            "A run took too long",
            "A single run of an operation took longer than its baseline allows: its p99, times a multiplier. One such run may"
                    + " be chance; several in an hour are not, and make the alert critical.",
            List.of(
                    "Look at the slowest traces of the operation: which span took the time.",
                    "Compare the user and the branch of the slow runs: is it one of them, or everybody?",
                    "Look at what ran at the same time: a backup, a migration, a large merge, a vacuum.",
                    "Look at locks and waits in PostgreSQL: pg_stat_activity, wait_event, pg_blocking_pids()."),
            List.of(
                    "End what blocks, or wait until it is over.",
                    "If it comes at known times, plan a maintenance window or note the deviation as expected.",
                    "If it is normal now, let the baseline be calculated anew, or raise the operation's multiplier."));

    private static final Runbook ANOMALY = new Runbook(
            "Runs that do not fit",
            "The last runs of an operation are unlike what it did before, though no single one may have broken its threshold."
                    + " The alert says what was expected, and by how much it was missed.",
            List.of(
                    "Look at the curve of the operation around the time of the alert: a spike, or the begin of a new level?",
                    "Look at what was deployed or changed in the schema shortly before.",
                    "Ask for operations that move together with this one: they point at what is shared.",
                    "Check the amount of data: the same work on more rows takes longer."),
            List.of(
                    "Undo the change if one fits the time.",
                    "Leave it alone if it was a single spike that is over: it resolves itself.",
                    "Raise the scores or the minimum effect of the operation if such runs do no harm."));

    private static final Runbook DEGRADATION = new Runbook(
            "Slower than before, and staying so",
            "The level of an operation has risen and stays there. It will not go away by itself, and the baseline would"
                    + " take it for normal in time.",
            List.of(
                    "Look at the day and the minute of the change: what was released, migrated or grown then?",
                    "Compare the plans of its statements then and now: a lost index, or statistics that are out of date.",
                    "Look at the size and the bloat of its tables, and at when they were last vacuumed and analyzed.",
                    "Look at whether memory still holds the data: the share of reads from the cache."),
            List.of(
                    "Run ANALYZE on the tables concerned, or VACUUM if they are bloated.",
                    "Bring back the index, or the former statement.",
                    "If it is the price of something wanted, approve the new baseline."));

    private static final Runbook CORRELATED_DEGRADATION = new Runbook(
            "Several operations slow together",
            "Operations that move together have become slower at the same time. The cause is most likely what they share,"
                    + " not any of them; they are told of in one alert.",
            List.of(
                    "Look at what the operations share: the bottleneck that the alert names comes first.",
                    "Look at the machine: CPU, memory, the disk's latency and queue, the network.",
                    "Look at the connections and at long transactions: one that is idle can hold up many.",
                    "Look at checkpoints and the write-ahead log: do they come too often?"),
            List.of(
                    "Relieve the shared resource first; the operations follow.",
                    "Move or slow down heavy jobs that run beside them.",
                    "When the group is gone for an hour, the alert resolves itself."));

    private static final Runbook HEALTH = new Runbook(
            "PostgreSQL is not well",
            "A check of PostgreSQL's health found something that its rule does not allow: slow statements, bloat, a missing"
                    + " or unused index, a cold cache, exhausted connections, or a disk that fills.",
            List.of(
                    "Look at the finding: it has the evidence, and a statement that is ready to be run.",
                    "Compare it with an earlier snapshot: is it new, or has it grown?",
                    "Look at the risk that is named with the advice before anything is run."),
            List.of(
                    "Run the statement that is advised, at a quiet time.",
                    "If it is meant to be so, change the rule, or silence the subject with a reason and an end."));

    private static final Runbook CHANNEL_DOWN = new Runbook(
            "A destination cannot be reached",
            "Messages to a destination fail for good: its address was revoked, its key is wrong, or it is gone. Nothing is"
                    + " lost; its messages wait, and others are told meanwhile.",
            List.of(
                    "Look at the last error of the destination: it says how the receiver answered.",
                    "Send a test message to it.",
                    "Check on the receiver's side whether the webhook, the key or the address still exists."),
            List.of(
                    "Put in a new address or key; waiting messages are sent as soon as one has got through.",
                    "If it is gone for good, take it out of the routes, and drop its dead letters."));

    private static final Runbook BASELINE_APPROVAL = new Runbook(
            "A baseline waits for approval",
            "What would be normal for an operation from now on differs so much from before that a person should say whether"
                    + " it is. Until then the old baseline is in force.",
            List.of(
                    "Compare the proposed percentiles with those in force.",
                    "Look at whether the window holds an incident, a load test or too few runs.",
                    "Ask whoever changed the operation whether the new level is meant."),
            List.of(
                    "Approve it when the new level is meant to stay.",
                    "Reject it when the window was not normal, and exclude that time from baselines."));

    private static final Runbook SYSTEM = new Runbook(
            "Tidemark itself needs a hand",
            "Something in Tidemark did not work: a job that failed or was missed, recordings that were dropped, a journal"
                    + " that fills up, or a plugin that was fenced off.",
            List.of(
                    "Look at what is ill: /health/ready tells each part.",
                    "Look at the log of the daemon around that time.",
                    "Look at the runs of the jobs, and at whether the database could be reached."),
            List.of(
                    "Mend what the message names; a job is run again by hand or by its schedule.",
                    "Give the journal room, or the database back: recordings go on meanwhile, up to the bound."));
}
