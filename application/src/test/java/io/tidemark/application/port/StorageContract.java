package io.tidemark.application.port;

import org.junit.jupiter.api.Nested;

/** Everything that a storage promises: a storage whose test extends this class keeps the contracts of all ports. */
public abstract class StorageContract {
    /** A storage that holds nothing and that nobody else uses. The tests prepare and close it. */
    protected abstract Storage freshStorage();

    /** Whether it keeps timings one by one, beside their roll-ups. */
    protected abstract boolean keepsSingleTimings();

    @Nested
    class Life extends StorageLifeContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Timings extends TimingLogContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Fetching extends InboxContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class SingleTimings extends TimingReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }

        @Override
        protected boolean keepsSingleTimings() {
            return StorageContract.this.keepsSingleTimings();
        }
    }

    @Nested
    class Operations extends OperationBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Rollups extends RollupReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Means extends SeriesReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Keeping extends UpkeepContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Tracing extends TraceLogContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class TraceReading extends TraceReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Merging extends MergeLogContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class MergeFiguring extends MergeStatisticsContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Baselines extends BaselineBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Approving extends BaselineApprovalsContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class DetectionRules extends DetectionRuleBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class BaselineChanges extends BaselineHistoryContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Executions extends ExecutionLogContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Exclusions extends ExclusionBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Links extends LinkBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class References extends ReferenceBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Expectations extends ExpectationBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Deployments extends DeploymentBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Alerts extends AlertLedgerContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class AlertReading extends AlertReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Incidents extends IncidentReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Sending extends OutboxContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class OutboxReading extends OutboxReaderContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Grouped extends GroupBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Routes extends RouteBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Jobs extends JobBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Silences extends SilenceBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Windows extends WindowBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Bottlenecks extends BottleneckBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Auditing extends AuditLogContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Tokens extends TokenBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Destinations extends DestinationBookContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }

    @Nested
    class Announcing extends SignalsContract {
        @Override
        protected Storage freshStorage() {
            return StorageContract.this.freshStorage();
        }
    }
}
