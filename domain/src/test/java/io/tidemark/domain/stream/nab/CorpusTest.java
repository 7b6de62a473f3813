package io.tidemark.domain.stream.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.domain.stream.nab.Corpus.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorpusTest {
    private static final String NOTHING_LABELLED = "{\"real/cpu.csv\": []}";

    @TempDir
    private Path folder;

    @BeforeEach
    void aFile() throws IOException {
        write(
                "data/real/cpu.csv",
                "timestamp,value\n2014-02-14 14:30:00,0.5\n2014-02-14 14:35:00,0.25\n2014-02-14 14:40:00,7\n");
    }

    @Test
    void read_takesTheRowsFromTheFirstToTheLastTimestamp() throws IOException {
        write(
                "combined_windows.json",
                "{\"real/cpu.csv\": [[\"2014-02-14 14:35:00.000000\", \"2014-02-14 14:40:00.000000\"]]}");

        assertThat(Corpus.read(folder)).singleElement().satisfies(series -> {
            assertThat(series.group()).isEqualTo("real");
            assertThat(series.windows()).containsExactly(new Window(1, 2));
            assertThat(series.rows()).extracting(Rows.Row::value).containsExactly(0.5, 0.25, 7.0);
        });
    }

    @Test
    void read_takesTheLabelsFromTheirOwnFolder() throws IOException {
        write("labels/combined_windows.json", NOTHING_LABELLED);

        assertThat(Corpus.read(folder)).extracting(Series::file).containsExactly("cpu.csv");
    }

    @Test
    void read_withoutLabels_saysWhereTheyBelong() {
        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessage("%s has neither combined_windows.json nor labels/combined_windows.json", folder);
    }

    @Test
    void read_ofALabelledFileThatIsMissing_namesIt() throws IOException {
        write("combined_windows.json", "{\"real/cpu.csv\": [], \"real/disk.csv\": []}");

        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessageContaining("missing")
                .hasMessageEndingWith("real/disk.csv");
    }

    @Test
    void read_ofAFileWithoutLabels_namesIt() throws IOException {
        write("combined_windows.json", "{}");

        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessageContaining("without an entry")
                .hasMessageEndingWith("real/cpu.csv");
    }

    @Test
    void read_ofAWindowWithoutRows_namesIt() throws IOException {
        write("combined_windows.json", "{\"real/cpu.csv\": [[\"2015-02-14 14:35:00\", \"2015-02-14 14:40:00\"]]}");

        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessageContaining("real/cpu.csv has no row from 2015-02-14T14:35");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-02-14 14:45:00", "14:45,1", "2014-02-14 14:45:00,high", "2014-02-14 14:45:00,1,2"})
    void read_ofABadRow_saysWhichAndWhatItMustBe(String row) throws IOException {
        write("combined_windows.json", NOTHING_LABELLED);
        write("data/real/cpu.csv", "timestamp,value\n2014-02-14 14:30:00,0.5\n" + row + "\n");

        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessageStartingWith("line 3 of ")
                .hasMessageContaining("is \"%s\": it must be a timestamp and a number".formatted(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"a\" []}",
                "{\"a\": [[\"now\", \"then\"]]}",
                "{\"a\": [],}",
                "{} {}",
                "{\"a\": [], \"a\": []}"
            })
    void read_ofLabelsThatAreNone_saysWhereAndHowTheyMustBe(String labels) throws IOException {
        write("combined_windows.json", labels);

        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it must be as {\"group/file.csv\": [[\"first\", \"last\"], …], …}");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
