package io.tidemark.application.port;

/**
 * Everything that is kept: one accessor for each port, and the life of the whole.
 *
 * <p>Making a storage does no I/O; {@link #prepare} does. The ports may be taken before that and used after it.
 */
public interface Storage extends AutoCloseable {
    TimingLog timings();

    TimingReader timingReader();

    Inbox inbox();

    RollupReader rollups();

    SeriesReader series();

    TraceLog traces();

    TraceReader traceReader();

    MergeLog merges();

    MergeReader mergeReader();

    MergeStatistics mergeStatistics();

    OperationBook operations();

    OperationReader operationReader();

    BaselineBook baselines();

    BaselineReader baselineReader();

    BaselineApprovals baselineApprovals();

    BaselineHistory baselineHistory();

    ExecutionLog executions();

    ExclusionBook exclusions();

    ReferenceBook references();

    DetectionRuleBook detectionRules();

    ExpectationBook expectations();

    DeploymentBook deployments();

    AlertLedger alerts();

    AlertReader alertReader();

    IncidentReader incidents();

    Outbox outbox();

    OutboxReader outboxReader();

    DeadLetters deadLetters();

    RouteBook routes();

    SilenceBook silences();

    WindowBook windows();

    GroupBook groups();

    JobBook jobs();

    ScheduleBook schedules();

    JobReader jobReader();

    BottleneckBook bottlenecks();

    LinkBook links();

    TokenBook tokens();

    DestinationBook destinations();

    AuditLog audit();

    AuditReader auditReader();

    Signals signals();

    Upkeep upkeep();

    /** Of which version the tables are; a storage without tables has none. */
    default Schema schema() {
        return Schema.NONE;
    }

    /**
     * Makes the storage ready for use: creates what is missing and brings it up to date. Doing it again, or from two
     * processes at once, is harmless.
     *
     * @throws StorageException when it cannot be reached or brought up to date
     */
    void prepare();

    /** Whether it can do its work now. Never throws, and answers within seconds. */
    Health health();

    /** Closes what this storage opened, and nothing else. Closing twice changes nothing. */
    @Override
    void close();
}
