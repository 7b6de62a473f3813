package io.tidemark.application.memory;

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

/** A storage in memory: ready as soon as it is made. */
final class MemoryStorage implements Storage {
    private final MemorySignals signals = new MemorySignals();
    private final MemoryAudit audit = new MemoryAudit();
    private final MemoryTokens tokens = new MemoryTokens(audit, signals);
    private final MemoryDestinations destinations = new MemoryDestinations(audit, signals);
    private final MemoryBaselines baselines = new MemoryBaselines(signals);
    private final MemoryApprovals approvals = new MemoryApprovals(baselines);
    private final MemoryExecutions executions = new MemoryExecutions();
    private final MemoryExclusions exclusions = new MemoryExclusions();
    private final MemoryReferences references = new MemoryReferences();
    private final MemoryRoutes routes = new MemoryRoutes(signals, audit);
    private final MemoryDetectionRules detectionRules = new MemoryDetectionRules(audit);
    private final MemoryExpectations expectations = new MemoryExpectations();
    private final MemoryDeployments deployments = new MemoryDeployments(audit);
    private final MemoryTraces traces = new MemoryTraces();
    private final MemoryBottlenecks bottlenecks = new MemoryBottlenecks();
    private final MemoryLinks links;
    private final MemoryTimings timings;
    private final MemoryOperations operations;
    private final MemoryMerges merges;
    private final MemoryOutbox outbox;
    private final MemoryAlerts alerts;
    private final MemorySilences silences;
    private final MemoryWindows windows;
    private final MemoryJobs jobs;
    private volatile boolean closed;

    MemoryStorage(Clock clock) {
        this.links = new MemoryLinks(clock);
        timings = new MemoryTimings(clock);
        operations = new MemoryOperations(() -> timings.counts().keySet(), audit, signals);
        merges = new MemoryMerges(timings);
        outbox = new MemoryOutbox(clock, audit, signals);
        alerts = new MemoryAlerts(outbox, signals);
        silences = new MemorySilences(audit, signals);
        windows = new MemoryWindows(audit, signals);
        jobs = new MemoryJobs(clock, audit, signals);
    }

    @Override
    public TimingLog timings() {
        return timings;
    }

    /** Nobody else has access to this memory. */
    @Override
    public Inbox inbox() {
        return stored -> () -> {};
    }

    @Override
    public TimingReader timingReader() {
        return timings;
    }

    @Override
    public RollupReader rollups() {
        return timings;
    }

    @Override
    public SeriesReader series() {
        return timings;
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
        return merges;
    }

    @Override
    public OperationBook operations() {
        return operations;
    }

    @Override
    public OperationReader operationReader() {
        return operations;
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
        return executions;
    }

    @Override
    public ExclusionBook exclusions() {
        return exclusions;
    }

    @Override
    public ReferenceBook references() {
        return references;
    }

    @Override
    public DetectionRuleBook detectionRules() {
        return detectionRules;
    }

    @Override
    public ExpectationBook expectations() {
        return expectations;
    }

    @Override
    public DeploymentBook deployments() {
        return deployments;
    }

    @Override
    public AlertLedger alerts() {
        return alerts;
    }

    @Override
    public AlertReader alertReader() {
        return alerts;
    }

    @Override
    public IncidentReader incidents() {
        return alerts;
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
        return routes;
    }

    @Override
    public SilenceBook silences() {
        return silences;
    }

    @Override
    public WindowBook windows() {
        return windows;
    }

    @Override
    public GroupBook groups() {
        return alerts.groups();
    }

    @Override
    public JobBook jobs() {
        return jobs;
    }

    @Override
    public ScheduleBook schedules() {
        return jobs;
    }

    @Override
    public JobReader jobReader() {
        return jobs;
    }

    @Override
    public LinkBook links() {
        return links;
    }

    @Override
    public BottleneckBook bottlenecks() {
        return bottlenecks;
    }

    @Override
    public TokenBook tokens() {
        return tokens;
    }

    @Override
    public DestinationBook destinations() {
        return destinations;
    }

    @Override
    public AuditLog audit() {
        return audit;
    }

    @Override
    public AuditReader auditReader() {
        return audit;
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public Upkeep upkeep() {
        return timings;
    }

    @Override
    public void prepare() {
        // There is nothing to create: the maps are there from the start.
    }

    @Override
    public Health health() {
        return closed ? Health.down("in memory, closed") : Health.up("in memory, " + timings);
    }

    @Override
    public void close() {
        closed = true;
        signals.close();
    }

    @Override
    public String toString() {
        return "MemoryStorage[%s, %s, %s]".formatted(timings, alerts, outbox);
    }
}
