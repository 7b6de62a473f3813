package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time of planned work, in which nobody is told about alerts. What still fires when it ends is told then.
 *
 * @param name what it is called, by the rules of {@link Scope}
 * @param timetable when
 * @param matchers which alerts: all of them must match; when there are none, every alert
 * @param breakThrough the least severity that is told all the same, or null when none is
 * @param enabled whether it keeps anything quiet at all
 */
public record MaintenanceWindow(
        String name,
        Timetable timetable,
        List<Matcher> matchers,
        @Nullable Severity breakThrough,
        boolean enabled) {
    public MaintenanceWindow {
        Scope.requireName("name", name);
        requireNonNull(timetable, "timetable");
        matchers = List.copyOf(matchers);
    }

    /** Whether it keeps such an alert quiet while it is open. */
    public boolean covers(Severity severity, Labels labels) {
        boolean breaksThrough = breakThrough != null && severity.isAtLeast(breakThrough);
        return enabled && !breaksThrough && Matcher.all(matchers, labels);
    }

    /** As people read it, such as {@code weekly sun 02:00-04:00 UTC, operation=commit, CRITICAL breaks through}. */
    @Override
    public String toString() {
        return timetable
                + matchers.stream().map(matcher -> ", " + matcher).collect(Collectors.joining())
                + (breakThrough == null ? "" : ", %s breaks through".formatted(breakThrough))
                + (enabled ? "" : ", not enabled");
    }
}
