package io.tidemark.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/tidemark/application/ReadmeExamples.java");

    @Test
    void readme_showsTheExampleThatRunsHere() throws IOException {
        List<String> shown = block(Files.readString(Path.of("README.md")), "<!-- example: timingWork", "```");

        assertThat(shown).isNotEmpty().isEqualTo(block(Files.readString(SOURCE), "void timingWork", "    }"));
    }

    @Test
    void timingWork_isRecorded() {
        try (RecordedTimings recorded = new RecordedTimings()) {
            ReadmeExamples.timingWork(recorded.tidemark(), Runnable::run);

            assertThat(recorded.end())
                    .extracting(Timing::operation)
                    .containsExactly("merge_branches", "get_history", "search_history");
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
