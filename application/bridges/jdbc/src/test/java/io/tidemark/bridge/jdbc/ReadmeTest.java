package io.tidemark.bridge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/tidemark/bridge/jdbc/ReadmeExamples.java");

    @Test
    void readme_showsTheExampleThatRunsHere() throws IOException {
        List<String> shown = block(Files.readString(Path.of("README.md")), "<!-- example: everyStatement", "```");

        assertThat(shown).isNotEmpty().isEqualTo(block(Files.readString(SOURCE), "void everyStatement", "    }"));
    }

    @Test
    void everyStatement_isKeptInTheSameDatabase_andTidemarksOwnStatementsAreNot() throws SQLException {
        try (HikariDataSource pool = TestDatabase.pool()) {
            ReadmeExamples.everyStatement(pool, TestDatabase.url(), "postgres", "postgres");

            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet names = statement.executeQuery(
                            "select string_agg(operation_type, ', ') from tidemark.performance_metrics")) {
                names.next();
                assertThat(names.getString(1)).isEqualTo("insert orders");
            }
        }
    }

    /** The lines between the one after the start and the first that is the end, without their indentation. */
    private static List<String> block(String text, String start, String end) {
        return text.substring(text.indexOf(start))
                .lines()
                .skip(1)
                .dropWhile(line -> line.startsWith("```"))
                .takeWhile(line -> !line.equals(end))
                .map(String::strip)
                .toList();
    }
}
