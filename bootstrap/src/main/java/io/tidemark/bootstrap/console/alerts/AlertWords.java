package io.tidemark.bootstrap.console.alerts;

import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import java.util.Locale;

/** What alerts are, in words for people. */
final class AlertWords {
    private AlertWords() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String type(AlertType type) {
        return switch (type) {
            case THRESHOLD_EXCEEDED -> "Above the threshold";
            case ANOMALY -> "Unusual";
            case DEGRADATION -> "Slower than before";
            case CORRELATED_DEGRADATION -> "Slower together";
            case HEALTH -> "Health of a database";
            case CHANNEL_DOWN -> "A channel is down";
            case BASELINE_APPROVAL -> "A baseline waits";
            case SYSTEM -> "Tidemark itself";
        };
    }

    static String state(AlertState state) {
        if (state instanceof Acknowledged taken) {
            return "taken on by " + taken.by();
        }
        if (state instanceof Resolved end) {
            return end.by() == null ? "over" : "resolved by " + end.by();
        }
        return "open";
    }

    /** How urgent it still is: what nobody has taken on comes first. */
    static String tone(AlertState state, String severity) {
        if (state instanceof Open) {
            return severity;
        }
        return state.isOver() ? "fine" : "unknown";
    }
}
