package io.tidemark.application.memory;

import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import org.jspecify.annotations.Nullable;

/** Tells whether an alert is meant. */
final class MemoryAlertFilter {
    private MemoryAlertFilter() {}

    static boolean fits(Filter filter, Alert alert) {
        return fits(filter.which(), alert.state())
                && fits(filter.severity(), alert.severity())
                && fits(filter.type(), alert.fingerprint().type())
                && fits(filter.subject(), alert.fingerprint().subject());
    }

    private static boolean fits(Which which, AlertState state) {
        return switch (which) {
            case OPEN -> !state.isOver() && !(state instanceof Acknowledged);
            case ACKNOWLEDGED -> state instanceof Acknowledged;
            case UNRESOLVED -> !state.isOver();
            case RESOLVED -> state.isOver();
            case ALL -> true;
        };
    }

    private static boolean fits(@Nullable Object wanted, Object value) {
        return wanted == null || wanted.equals(value);
    }
}
