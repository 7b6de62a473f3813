package io.tidemark.application.port;

import java.time.Instant;
import java.util.Set;

/** Is told when a destination takes nothing any more, and when it does again. */
public interface DestinationReports {
    /**
     * Nothing will be taken until a person mends it. May be told again and again.
     *
     * @param detail why, for people, without secrets
     */
    void down(String destination, String detail, Instant at);

    /** A destination that was said to be down has taken a message. */
    void works(String destination, Instant at);

    /** Those that are down as far as is known, also from before this process was started. */
    Set<String> down();

    /** Nobody is told. */
    static DestinationReports none() {
        return new DestinationReports() {
            @Override
            public void down(String destination, String detail, Instant at) {}

            @Override
            public void works(String destination, Instant at) {}

            @Override
            public Set<String> down() {
                return Set.of();
            }
        };
    }
}
