package io.tidemark.bootstrap.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Health;
import io.tidemark.application.record.Loss;
import io.tidemark.application.record.RecorderReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderHealthTest {
    @Test
    void health_saysWhatWasWritten() {
        assertThat(RecorderHealth.of(new RecorderReport(7, Map.of()), 0)).isEqualTo(Health.up("7 timings written"));
    }

    @Test
    void health_saysWhatWasLostAndWhatWasHeldBack() {
        assertThat(RecorderHealth.of(new RecorderReport(7, Map.of(Loss.INVALID, 2L)), 3))
                .isEqualTo(Health.up("7 timings written, lost: {INVALID=2}, slow ones held back from alerting: 3"));
    }
}
