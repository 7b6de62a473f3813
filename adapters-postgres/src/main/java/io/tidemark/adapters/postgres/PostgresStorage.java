package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AuditLog;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.BaselineApprovals;
import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineHistory;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.BottleneckBook;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.DeploymentBook;
import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.ExclusionBook;
import io.tidemark.application.port.ExecutionLog;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.application.port.GroupBook;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.Inbox;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.LinkBook;
import io.tidemark.application.port.MergeLog;
import io.tidemark.application.port.MergeReader;
import io.tidemark.application.port.MergeStatistics;
import io.tidemark.application.port.OperationBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.ReferenceBook;
import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.ScheduleBook;
import io.tidemark.application.port.Schema;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.application.port.Signals;
import io.tidemark.application.port.SilenceBook;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.TimingLog;
import io.tidemark.application.port.TimingReader;
import io.tidemark.application.port.TokenBook;
import io.tidemark.application.port.TraceLog;
import io.tidemark.application.port.TraceReader;
import io.tidemark.application.port.Upkeep;
import io.tidemark.application.port.WindowBook;
import java.time.Clock;

/** All ports on one database. */
final class PostgresStorage implements Storage {
    private final Database database;
    private final Migrations migrations;
    private final Preparation preparation;
    private final DatabaseHealth health;
    private final PostgresSignals signals;
    private final PostgresTimingLog timings;
    private final PostgresInbox inbox;
    private final PostgresTraces traces;
    private final PostgresMerges merges;
    private final PostgresBaselines baselines;
    private final PostgresApprovals approvals;
    private final PostgresOutbox outbox;
    private final PostgresUpkeep upkeep;

    PostgresStorage(PostgresSettings settings, Clock clock) {
        Server server = new Server(settings);
        database = new Database(server, settings.poolSize());
        migrations = new Migrations(server, settings);
        preparation = new Preparation(server, database, settings, migrations);
        health = new DatabaseHealth(server, database);
        signals = new PostgresSignals(server);
        Names names = new Names(database);
        timings = new PostgresTimingLog(database, names, new Days(database), settings.retention(), clock);
        inbox = new PostgresInbox(server, new InboxDrain(database, timings), Rhythm.DEFAULT);
        traces = new PostgresTraces(database);
        merges = new PostgresMerges(database, names, timings);
        baselines = new PostgresBaselines(database, names);
        approvals = new PostgresApprovals(database, names);
        outbox = new PostgresOutbox(database);
        upkeep = new PostgresUpkeep(database, settings.retention(), clock);
    }

    @Override
    public TimingLog timings() {
        return timings;
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public TimingReader timingReader() {
        return new PostgresTimingReader(database);
    }

    @Override
    public RollupReader rollups() {
        return new PostgresRollupReader(database);
    }

    @Override
    public SeriesReader series() {
        return new PostgresSeriesReader(database);
    }

    @Override
    public TraceLog traces() {
        return traces;
    }

    @Override
    public TraceReader traceReader() {
        return traces;
    }

    @Override
    public MergeLog merges() {
        return merges;
    }

    @Override
    public MergeReader mergeReader() {
        return merges;
    }

    @Override
    public MergeStatistics mergeStatistics() {
        return new PostgresMergeStatistics(database);
    }

    @Override
    public OperationBook operations() {
        return new PostgresOperations(database);
    }

    @Override
    public OperationReader operationReader() {
        return new PostgresOperations(database);
    }

    @Override
    public BaselineBook baselines() {
        return baselines;
    }

    @Override
    public BaselineReader baselineReader() {
        return baselines;
    }

    @Override
    public BaselineApprovals baselineApprovals() {
        return approvals;
    }

    @Override
    public BaselineHistory baselineHistory() {
        return baselines;
    }

    @Override
    public ExecutionLog executions() {
        return new PostgresExecutions(database);
    }

    @Override
    public ExclusionBook exclusions() {
        return new PostgresExclusions(database);
    }

    @Override
    public ReferenceBook references() {
        return new PostgresReferences(database);
    }

    @Override
    public DetectionRuleBook detectionRules() {
        return new PostgresDetectionBooks(database);
    }

    @Override
    public ExpectationBook expectations() {
        return new PostgresDetectionBooks(database);
    }

    @Override
    public DeploymentBook deployments() {
        return new PostgresDeployments(database);
    }

    @Override
    public AlertLedger alerts() {
        return new PostgresAlertLedger(database, signals);
    }

    @Override
    public AlertReader alertReader() {
        return new PostgresAlertReader(database);
    }

    @Override
    public IncidentReader incidents() {
        return new PostgresAlertReader(database);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public OutboxReader outboxReader() {
        return outbox;
    }

    @Override
    public DeadLetters deadLetters() {
        return outbox;
    }

    @Override
    public RouteBook routes() {
        return new PostgresRouteBook(database);
    }

    @Override
    public SilenceBook silences() {
        return new PostgresSilences(database);
    }

    @Override
    public WindowBook windows() {
        return new PostgresWindows(database);
    }

    @Override
    public GroupBook groups() {
        return new PostgresGroupBook(database);
    }

    @Override
    public JobBook jobs() {
        return new PostgresJobs(database);
    }

    @Override
    public ScheduleBook schedules() {
        return new PostgresJobs(database);
    }

    @Override
    public JobReader jobReader() {
        return new PostgresJobs(database);
    }

    @Override
    public LinkBook links() {
        return new PostgresLinks(database);
    }

    @Override
    public BottleneckBook bottlenecks() {
        return new PostgresBottlenecks(database);
    }

    @Override
    public TokenBook tokens() {
        return new PostgresTokens(database);
    }

    @Override
    public DestinationBook destinations() {
        return new PostgresDestinations(database);
    }

    @Override
    public AuditLog audit() {
        return new PostgresAudit(database);
    }

    @Override
    public AuditReader auditReader() {
        return new PostgresAudit(database);
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public Schema schema() {
        return migrations;
    }

    @Override
    public void prepare() {
        preparation.run();
    }

    @Override
    public Health health() {
        return health.now();
    }

    @Override
    public void close() {
        inbox.close();
        signals.close();
        database.close();
    }
}
