package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.timing.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void metrics_countWhatWasRecordedAndWhatWaits() {
        try (RunningDaemon daemon = RunningDaemon.start()) {
            daemon.tidemark().record("", Duration.ofMillis(1));
            daemon.saw(Severity.WARNING, Scope.of("commit"), new Figures(14_000, 6_000, 2.3));

            HttpResponse<String> answer = new Client(daemon.address()).get("/metrics");

            assertThat(Client.contentType(answer)).startsWith("text/plain");
            assertThat(answer.body())
                    .contains("\ntidemark_timings_written_total 0.0\n")
                    .contains("\ntidemark_timings_journaled 0.0\n")
                    .contains("\ntidemark_timings_lost_total{reason=\"invalid\"} 1.0\n")
                    .contains("\ntidemark_timings_lost_total{reason=\"recorder_full\"} 0.0\n")
                    .contains("\ntidemark_slow_timings_held_back_total 0.0\n")
                    .contains("\ntidemark_outbox_notifications{status=\"pending\"} 1.0\n")
                    .contains("\ntidemark_outbox_notifications{status=\"failed\"} 0.0\n")
                    .contains("\ntidemark_alerts_unresolved 1.0\n")
                    .contains("\njvm_memory_used_bytes{");
        }
    }
}
