package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Health;
import io.tidemark.application.record.RecorderReport;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.domain.percentile.Distribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything the overview shows, as of one moment.
 *
 * @param at that moment
 * @param operations the operations over the window
 * @param alerts those that are not resolved
 * @param figures how the daemon itself does
 */
record Reading(Instant at, Operations operations, List<AlertReport> alerts, Figures figures) {

    /**
     * The operations.
     *
     * @param period the stretch of time that is shown
     * @param all those with timings in it
     * @param recent the last minutes of those with timings in them, by name
     */
    record Operations(Period period, List<OperationOverview> all, Map<String, Distribution> recent) {}

    /**
     * How the daemon itself does.
     *
     * @param outbox how many notifications there are of each status
     * @param recorder what became of timings
     * @param health how the parts are
     */
    record Figures(Map<DeliveryStatus, Long> outbox, RecorderReport recorder, Map<String, Health> health) {}
}
