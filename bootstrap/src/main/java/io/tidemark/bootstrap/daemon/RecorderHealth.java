package io.tidemark.bootstrap.daemon;

import io.tidemark.application.port.Health;
import io.tidemark.application.record.RecorderReport;

/** What the recorder's figures say about its health: it works on while it loses timings, so it is up, and says so. */
final class RecorderHealth {
    private RecorderHealth() {}

    static Health of(RecorderReport report) {
        String written = "%d timings written".formatted(report.written());
        return Health.up(report.lostInAll() == 0 ? written : "%s, lost: %s".formatted(written, report.lost()));
    }
}
