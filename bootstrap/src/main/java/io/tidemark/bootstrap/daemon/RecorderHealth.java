package io.tidemark.bootstrap.daemon;

import io.tidemark.application.port.Health;
import io.tidemark.application.record.RecorderReport;

/** What the recorder's figures say about its health: it works on while it loses timings, so it is up, and says so. */
final class RecorderHealth {
    private RecorderHealth() {}

    static Health of(RecorderReport report, long heldBack) {
        String written = "%d timings written".formatted(report.written());
        String journaled = report.journaled() == 0 ? "" : ", in the journal: %d".formatted(report.journaled());
        String lost = report.lostInAll() == 0 ? "" : ", lost: %s".formatted(report.lost());
        String undecided = heldBack == 0 ? "" : ", slow ones held back from alerting: %d".formatted(heldBack);
        return Health.up(written + journaled + lost + undecided);
    }
}
