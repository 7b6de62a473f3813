package io.tidemark.bridge.jdbc;

import io.tidemark.application.Tidemark;
import io.tidemark.application.record.Operation;
import io.tidemark.application.record.Timer;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times one execution of a statement, from before to after. Nothing it does may make the statement fail. */
final class StatementTimer implements QueryExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(TimedDataSource.class);
    private static final String TIMER = StatementTimer.class.getName();
    private static final String BATCH = "batch";

    private final Tidemark tidemark;
    private final UnaryOperator<String> nameOf;
    private final AtomicBoolean warned = new AtomicBoolean();

    StatementTimer(Tidemark tidemark, UnaryOperator<String> nameOf) {
        this.tidemark = tidemark;
        this.nameOf = nameOf;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> statements) {
        execution.addCustomValue(TIMER, operation(statements).start());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> statements) {
        Timer timer = execution.getCustomValue(TIMER, Timer.class);
        if (execution.getThrowable() != null) {
            timer.fail(execution.getThrowable());
            return;
        }
        rows(execution.getResult()).ifPresent(rows -> timer.describe(context -> context.withRowsAffected(rows)));
        timer.close();
    }

    private Operation operation(List<QueryInfo> statements) {
        try {
            return tidemark.operation(name(statements));
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn(
                        "A statement could not be named; it and others like it are recorded as '{}'",
                        StatementName.UNKNOWN,
                        e);
            }
            return tidemark.operation(StatementName.UNKNOWN);
        }
    }

    private String name(List<QueryInfo> statements) {
        List<String> names = statements.stream()
                .map(QueryInfo::getQuery)
                .distinct()
                .map(nameOf)
                .distinct()
                .limit(2)
                .toList();
        return names.size() == 1 ? names.get(0) : BATCH;
    }

    /** As the execution reports them; asking the statement might not give the application the same answer again. */
    private static OptionalLong rows(@Nullable Object result) {
        if (result instanceof Integer || result instanceof Long) {
            return sum(LongStream.of(((Number) result).longValue()));
        }
        if (result instanceof int[] counts) {
            return sum(Arrays.stream(counts).asLongStream());
        }
        return result instanceof long[] counts ? sum(Arrays.stream(counts)) : OptionalLong.empty();
    }

    /** Empty when one of them is not known, which is how drivers report rewritten batches. */
    private static OptionalLong sum(LongStream counts) {
        LongSummaryStatistics all = counts.summaryStatistics();
        return all.getCount() > 0 && all.getMin() >= 0 ? OptionalLong.of(all.getSum()) : OptionalLong.empty();
    }
}
