package io.tidemark.bridge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.application.RecordedTimings;
import io.tidemark.domain.timing.Timing;
import java.io.IOException;
import java.io.StringReader;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

final class TimedDataSourceTest {
    private final HikariDataSource pool = TestDatabase.pool();
    private final RecordedTimings recorded = new RecordedTimings();
    private final DataSource timed = TimedDataSource.wrap(pool, recorded.tidemark());

    @AfterEach
    void close() {
        recorded.close();
        pool.close();
    }

    @Test
    void query_returnsItsRows_andIsRecorded() throws SQLException {
        TestDatabase.execute(pool, "insert into orders values (1, 'first')");

        try (Connection connection = timed.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select note from orders where id = 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("first");
        }
        assertThat(recorded.only().operation()).isEqualTo("select orders");
        assertThat(recorded.only().context().details().resources().rowsAffected())
                .isNull();
    }

    @Test
    void update_isRecordedWithTheRowsItAffects() throws SQLException {
        TestDatabase.execute(pool, "insert into orders select n, '' from generate_series(1, 7) n");

        update("delete from orders where id > 4");

        assertThat(recorded.only().operation()).isEqualTo("delete orders");
        assertThat(rowsAffected(recorded.only())).isEqualTo(3);
    }

    @Test
    void preparedStatement_isRecordedEachTimeItRuns() throws SQLException {
        try (Connection connection = timed.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into orders values (?, ?)")) {
            for (int id = 1; id <= 3; id++) {
                insert.setInt(1, id);
                insert.setString(2, "note " + id);
                insert.executeUpdate();
            }
        }

        assertThat(recorded.end()).hasSize(3).allSatisfy(timing -> {
            assertThat(timing.operation()).isEqualTo("insert orders");
            assertThat(rowsAffected(timing)).isEqualTo(1);
        });
    }

    @Test
    void batchOfAPreparedStatement_isOneTiming_withAllItsRows() throws SQLException {
        try (Connection connection = timed.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into orders values (?, null)")) {
            for (int id = 1; id <= 5; id++) {
                insert.setInt(1, id);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(5);
        }

        assertThat(recorded.only().operation()).isEqualTo("insert orders");
        assertThat(rowsAffected(recorded.only())).isEqualTo(5);
    }

    @Test
    void batchOfDifferentStatements_isRecordedAsABatch() throws SQLException {
        try (Connection connection = timed.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("insert into orders values (1, 'a')");
            statement.addBatch("insert into orders values (2, 'b')");
            statement.addBatch("delete from orders");
            assertThat(statement.executeBatch()).containsExactly(1, 1, 2);
        }

        assertThat(recorded.only().operation()).isEqualTo("batch");
        assertThat(rowsAffected(recorded.only())).isEqualTo(4);
    }

    @Test
    void callOfAProcedure_isRecordedByItsName() throws SQLException {
        try (Connection connection = timed.getConnection();
                CallableStatement call = connection.prepareCall("call settle(?)")) {
            call.setInt(1, 1);
            call.execute();
        }

        assertThat(recorded.only().operation()).isEqualTo("call settle");
    }

    @Test
    void statementThatFails_throwsWhatTheDriverThrows_andIsRecordedWithIt() {
        assertThatThrownBy(() -> update("insert into missing values (1)"))
                .isInstanceOf(PSQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42P01");

        Timing failed = recorded.only();
        assertThat(failed.operation()).isEqualTo("insert missing");
        assertThat(String.valueOf(failed.context().details().error()))
                .contains("org.postgresql.util.PSQLException", "relation \\\"missing\\\" does not exist");
    }

    @Test
    void batchThatFails_isRecordedWithItsError() throws SQLException {
        try (Connection connection = timed.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("insert into orders values (1, 'a')");
            statement.addBatch("insert into orders values (1, 'twice')");
            assertThatThrownBy(statement::executeBatch).isInstanceOf(BatchUpdateException.class);
        }

        assertThat(String.valueOf(recorded.only().context().details().error()))
                .contains("java.sql.BatchUpdateException");
    }

    @Test
    void unwrap_reachesThePoolAndTheDriver_soThatCopyWorks() throws SQLException, IOException {
        assertThat(timed.unwrap(HikariDataSource.class)).isSameAs(pool);
        try (Connection connection = timed.getConnection()) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy orders from stdin", new StringReader("1\tone\n2\ttwo\n"));

            assertThat(rows).isEqualTo(2);
        }
        assertThat(recorded.end()).isEmpty();
    }

    @Test
    void wrap_withAFunction_namesStatementsByIt() throws SQLException {
        DataSource named = TimedDataSource.wrap(pool, recorded.tidemark(), sql -> "anything");
        try (Connection connection = named.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from orders");
        }

        assertThat(recorded.only().operation()).isEqualTo("anything");
    }

    @Test
    void wrap_withAFunctionThatFails_runsTheStatementAllTheSame() throws SQLException {
        DataSource named = TimedDataSource.wrap(pool, recorded.tidemark(), sql -> {
            throw new IllegalStateException("no name for " + sql);
        });
        try (Connection connection = named.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("insert into orders values (1, 'a')"))
                    .isEqualTo(1);
        }

        assertThat(recorded.only().operation()).isEqualTo("sql");
    }

    @Test
    void statementsOfManyThreads_areRecordedOnceEach() {
        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(id -> CompletableFuture.runAsync(
                                () -> TestDatabase.execute(timed, "insert into orders values (" + id + ", '')")))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(recorded.end()).hasSize(200).extracting(Timing::operation).containsOnly("insert orders");
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = timed.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long rowsAffected(Timing timing) {
        return timing.context().details().resources().rowsAffected();
    }
}
