package io.tidemark.bootstrap.http;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.domain.alert.Addressee;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert, with whom it was told, or why nobody. */
record AlertJson(
        long id,
        AlertType type,
        Severity severity,
        String operation,
        @Nullable String branch,
        String user,
        Map<String, String> metadata,
        String state,
        String summary,
        long occurrences,
        Instant firstSeen,
        Instant lastSeen,
        long baselineP99Micros,
        long actualMicros,
        double multiplier,
        List<String> members,
        @Nullable String why,
        @Nullable AcknowledgedJson acknowledged,
        @Nullable ResolvedJson resolved,
        List<String> told,
        @Nullable Instant lastTold,
        @Nullable QuietJson quiet,
        List<DeliveryJson> deliveries) {

    static AlertJson of(AlertReport report) {
        return of(report.alert(), report.told());
    }

    static AlertJson of(Alert alert, List<Told> deliveries) {
        Figures figures = alert.evidence().figures();
        return new AlertJson(
                alert.id(),
                alert.fingerprint().type(),
                alert.severity(),
                alert.fingerprint().subject(),
                alert.fingerprint().branch(),
                alert.evidence().user(),
                alert.evidence().metadata(),
                word(alert.state()),
                AlertWording.title(alert),
                alert.recurrence().occurrences(),
                alert.recurrence().firstSeen(),
                alert.recurrence().lastSeen(),
                Math.round(figures.baselineP99Micros()),
                figures.actualMicros(),
                Math.round(figures.multiplier() * 100) / 100.0,
                alert.evidence().members(),
                why(alert.evidence()),
                AcknowledgedJson.of(alert.state()),
                ResolvedJson.of(alert.state()),
                alert.telling().told().stream().map(Addressee::name).toList(),
                alert.telling().lastTold(),
                QuietJson.of(alert.telling().quiet()),
                deliveries.stream().map(DeliveryJson::of).toList());
    }

    private static @Nullable String why(Evidence evidence) {
        Why why = evidence.why();
        return why == null ? null : why.text();
    }

    private static String word(AlertState state) {
        if (state instanceof Resolved) {
            return "resolved";
        }
        return state instanceof Acknowledged ? "acknowledged" : "open";
    }

    record AcknowledgedJson(
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Instant until) {
        static @Nullable AcknowledgedJson of(AlertState state) {
            Acknowledged taken = state.taken();
            return taken == null ? null : new AcknowledgedJson(taken.by(), taken.at(), taken.note(), taken.until());
        }
    }

    record ResolvedJson(
            Instant at, @Nullable String by, @Nullable Long recoveredMicros) {
        static @Nullable ResolvedJson of(AlertState state) {
            return state instanceof Resolved end ? new ResolvedJson(end.at(), end.by(), end.recoveredMicros()) : null;
        }
    }

    record QuietJson(
            QuietReason reason, String by, @Nullable Instant until) {
        static @Nullable QuietJson of(@Nullable Quiet quiet) {
            return quiet == null ? null : new QuietJson(quiet.reason(), quiet.by(), quiet.until());
        }
    }

    record DeliveryJson(String destination, String status, int attempts) {
        static DeliveryJson of(Told told) {
            return new DeliveryJson(told.destination(), told.status().word(), told.attempts());
        }
    }
}
