package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What becomes of a notification after an attempt. */
public sealed interface Next {

    /** The receiver has it. */
    record Delivered() implements Next {}

    /**
     * It is tried again.
     *
     * @param pause how long to wait before
     */
    record Again(Duration pause) implements Next {
        public Again {
            requireNonNull(pause, "pause");
        }
    }

    /** Given up: a dead letter, until a person replays or drops it. */
    record Dead() implements Next {}
}
