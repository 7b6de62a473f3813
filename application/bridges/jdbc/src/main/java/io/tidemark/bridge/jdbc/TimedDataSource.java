package io.tidemark.bridge.jdbc;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.Tidemark;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Makes a data source record its statements.
 *
 * <pre>{@code
 * DataSource timed = TimedDataSource.wrap(pool, tidemark);
 * }</pre>
 *
 * <p>Recorded is the time until the statement returns: for a query, until its first rows are there. Updates and batches
 * are recorded with the number of rows they report, statements that fail with their exception, which passes through
 * unchanged. What goes past the statements, such as PostgreSQL's {@code COPY} through an unwrapped connection, is not
 * recorded.
 */
public final class TimedDataSource {
    private TimedDataSource() {}

    /**
     * A data source whose statements are recorded, named by {@link StatementName}.
     *
     * @return unwraps to all that {@code dataSource} unwraps to; closing it closes that one
     */
    public static DataSource wrap(DataSource dataSource, Tidemark tidemark) {
        return wrap(dataSource, tidemark, StatementName::of);
    }

    /**
     * A data source whose statements are recorded, named by a function of their SQL text. It must return few different
     * names; should it throw, the statement is recorded as {@value StatementName#UNKNOWN}.
     *
     * @return unwraps to all that {@code dataSource} unwraps to; closing it closes that one
     */
    public static DataSource wrap(DataSource dataSource, Tidemark tidemark, UnaryOperator<String> nameOf) {
        return ProxyDataSourceBuilder.create(requireNonNull(dataSource, "dataSource"))
                .listener(new StatementTimer(requireNonNull(tidemark, "tidemark"), requireNonNull(nameOf, "nameOf")))
                .build();
    }
}
