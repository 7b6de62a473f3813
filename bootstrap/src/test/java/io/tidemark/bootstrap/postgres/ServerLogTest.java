package io.tidemark.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path folder;

    @Test
    void prune_keepsTheFiveNewestFiles() throws IOException {
        for (int day = 1; day <= 7; day++) {
            Files.writeString(folder.resolve("postgresql-2026110%d-000000.log".formatted(day)), "");
        }
        Files.writeString(folder.resolve("start.log"), "");

        new ServerLog(folder).prune();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "postgresql-20261103-000000.log",
                            "postgresql-20261104-000000.log",
                            "postgresql-20261105-000000.log",
                            "postgresql-20261106-000000.log",
                            "postgresql-20261107-000000.log",
                            "start.log");
        }
    }

    @Test
    void tail_isTheEndOfTheFileWrittenLast() throws IOException {
        written("start.log", "1\n2\n3\n4\n5\n6\n7\n8\n", 2);
        written("postgresql-20261101-000000.log", "of an earlier run\n", 1);
        assertThat(new ServerLog(folder).tail()).isEqualTo("3\n4\n5\n6\n7\n8");
    }

    @Test
    void tail_isEmptyWithoutALog() throws IOException {
        assertThat(new ServerLog(folder).tail()).isEmpty();
    }

    private void written(String name, String lines, long second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), lines);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    }
}
