package io.tidemark.bridge.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tidemark.application.RecordedTimings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/tidemark/bridge/micrometer/ReadmeExamples.java");

    private final RecordedTimings recorded = new RecordedTimings();

    @AfterEach
    void close() {
        List.copyOf(Metrics.globalRegistry.getRegistries()).forEach(Metrics::removeRegistry);
        recorded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timers", "observations", "figures"})
    void readme_showsTheExampleThatRunsHere(String example) throws IOException {
        List<String> shown = block(Files.readString(Path.of("README.md")), "<!-- example: " + example, "```");

        assertThat(shown).isNotEmpty().isEqualTo(block(Files.readString(SOURCE), "void " + example, "    }"));
    }

    @Test
    void timers_areRecorded() {
        ReadmeExamples.timers(recorded.tidemark());

        assertThat(recorded.only().operation()).isEqualTo("shop.checkout");
    }

    @Test
    void observations_areRecorded() {
        ObservationRegistry observations = ObservationRegistry.create();
        ReadmeExamples.observations(recorded.tidemark(), observations);
        Observation.createNotStarted("shop.checkout", observations).observe(() -> {});

        assertThat(recorded.only().operation()).isEqualTo("shop.checkout");
    }

    @Test
    void figures_areMeters() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ReadmeExamples.figures(recorded.tidemark(), registry);

        assertThat(registry.get("tidemark.timings.lost").meters()).isNotEmpty();
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
