package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Execution.Result;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Ruling.Reason;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link ExecutionLog}. */
public abstract class ExecutionLogContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");
    private static final Scope COMMIT_ON_MAIN = new Scope("commit", "main");
    private static final Result HELD = new Result(Outcome.UNCHANGED, Reason.HARDLY_CHANGED, null);
    private static final Result FAILED = new Result(Outcome.SKIPPED, Reason.FAILED, "the disk is full");

    @Test
    void latest_isEmptyWhenThereWereNone() {
        storage.executions().record(List.of());

        assertThat(storage.executions().latest(10)).isEmpty();
    }

    @Test
    void latest_areThoseThatBeganLastFirst_thenByScope() {
        Execution onMain = execution(COMMIT_ON_MAIN, minute(1), Status.SUCCESS, HELD);
        Execution whole = execution(COMMIT, minute(1), Status.SUCCESS, HELD);
        Execution later = execution(Scope.of("merge"), minute(2), Status.TIMEOUT, FAILED);
        storage.executions().record(List.of(onMain, whole, later));

        assertThat(storage.executions().latest(3)).containsExactly(later, whole, onMain);
        assertThat(storage.executions().latest(1)).containsExactly(later);
    }

    @Test
    void lastOfEach_isOneForEachScope() {
        Execution before = execution(COMMIT, RECENTLY, Status.SUCCESS, HELD);
        Execution last = execution(COMMIT, minute(1), Status.ERROR, FAILED);
        Execution onMain = execution(COMMIT_ON_MAIN, RECENTLY, Status.SUCCESS, HELD);
        storage.executions().record(List.of(before, onMain));
        storage.executions().record(List.of(last));

        assertThat(storage.executions().lastOfEach()).containsExactlyInAnyOrder(last, onMain);
    }

    @Test
    void lastCheckOfEach_leavesOutWhatSaidNothing() {
        Execution before = execution(COMMIT, RECENTLY, Status.SUCCESS, HELD);
        Execution last = execution(COMMIT, minute(1), Status.ERROR, FAILED);
        Execution skipped =
                execution(COMMIT, minute(2), Status.SUCCESS, new Result(Outcome.SKIPPED, Reason.TOO_FEW_TIMINGS, null));
        storage.executions().record(List.of(before, last, skipped));

        assertThat(storage.executions().lastCheckOfEach()).containsExactly(before);
    }

    private static Execution execution(Scope scope, Instant start, Status status, Result result) {
        return new Execution(scope, status, start, start.plus(Duration.ofMillis(12)), result);
    }
}
