package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That nobody is told about an alert, and why.
 *
 * @param reason the kind of reason
 * @param by what in particular: "silence 3", "window nightly", "alert 12"; empty when the reason says it all
 * @param until when it ends, if that is known; then it is decided again whether somebody is told
 */
public record Quiet(QuietReason reason, String by, @Nullable Instant until) {
    public Quiet {
        requireNonNull(reason, "reason");
        requireNonNull(by, "by");
    }

    /** For a reason that says it all and has no known end. */
    public static Quiet because(QuietReason reason) {
        return new Quiet(reason, "", null);
    }
}
