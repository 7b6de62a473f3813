package io.tidemark.bridge.jdbc;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The code that the README shows. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void everyStatement(DataSource pool, String jdbcUrl, String user, String password) throws SQLException {
        TidemarkSettings settings = TidemarkSettings.defaults().withPostgres(jdbcUrl, user, password);
        try (Tidemark tidemark = Tidemark.open(settings)) {
            DataSource timed = TimedDataSource.wrap(pool, tidemark);
            try (Connection connection = timed.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into orders values (4711, 'socks')"); // recorded as "insert orders"
            }
        }
    }
}
