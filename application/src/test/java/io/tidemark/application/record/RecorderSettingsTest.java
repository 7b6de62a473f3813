package io.tidemark.application.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.Context;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecorderSettingsTest {
    @Test
    void defaults_areThoseOfTheDocuments() {
        RecorderSettings defaults = RecorderSettings.defaults();

        assertThat(defaults.flushInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(defaults.maxOperations()).isEqualTo(5_000);
        assertThat(defaults.maxBuffered()).isEqualTo(100_000);
        assertThat(defaults.context()).isEqualTo(Context.of(System.getProperty("user.name")));
    }

    @Test
    void with_changesOneThing() {
        RecorderSettings defaults = RecorderSettings.defaults();
        Context bob = Context.of("bob");

        assertThat(defaults.withFlushInterval(Duration.ofSeconds(1))
                        .withMaxOperations(7)
                        .withContext(bob))
                .isEqualTo(new RecorderSettings(Duration.ofSeconds(1), 7, defaults.maxBuffered(), bob, null));
    }

    @ParameterizedTest
    @CsvSource({"PT0.000999999S, 1, 1", "PT-1S, 1, 1", "PT1S, 0, 1", "PT1S, 1, 0"})
    void settings_refuseWhatCannotWork(Duration interval, int operations, int buffered) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecorderSettings(interval, operations, buffered, Context.of("bob"), null))
                .withMessageContaining("must be at least 1");
    }
}
