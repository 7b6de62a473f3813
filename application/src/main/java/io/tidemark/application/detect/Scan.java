package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.anomaly.Method;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param operation one operation, tracked or not; null for all that are tracked. There is no report of one that nobody knows
 * @param windows how far back
 * @param method how it is worked out what is normal
 */
public record Scan(@Nullable String operation, Windows windows, Method method) {
    public Scan {
        requireNonNull(windows, "windows");
        requireNonNull(method, "method");
    }

    public Scan ofOperation(@Nullable String operation) {
        return new Scan(operation, windows, method);
    }

    public Scan over(Windows windows) {
        return new Scan(operation, windows, method);
    }

    public Scan by(Method method) {
        return new Scan(operation, windows, method);
    }
}
