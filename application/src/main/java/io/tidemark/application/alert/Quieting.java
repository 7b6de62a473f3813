package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Quiet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One kind of reason not to tell that an alert fires; it is recorded all the same, with the reason. Asked inside the
 * storage's transaction, so it reads nothing but memory.
 */
public interface Quieting {
    /** Why nobody is told, and until when; empty when they are. */
    Optional<Quiet> quiet(Alert alert, Instant now);

    /** Reads anew what it goes by: when its change is announced, and from time to time. */
    default void refresh() {}

    /** Hears of an alert as it was stored just now. */
    default void stored(Alert alert) {}

    /** All of them as one: the first that has a reason gives it. */
    static Quieting first(List<Quieting> stages) {
        return (alert, now) -> stages.stream()
                .map(stage -> stage.quiet(alert, now))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
