package io.tidemark.adapters.notify.http;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long the steps of a call may take.
 *
 * @param connect until the connection stands
 * @param read between two packets of the answer
 * @param write between two packets of the call
 * @param call from the name lookup to the last byte of the answer
 */
public record HttpTimeLimits(Duration connect, Duration read, Duration write, Duration call) {
    public HttpTimeLimits {
        if (!Stream.of(connect, read, write, call).allMatch(limit -> limit.compareTo(Duration.ofMillis(1)) >= 0)) {
            throw new IllegalArgumentException("connect " + connect + ", read " + read + ", write " + write
                    + " and call " + call + " must each be at least 1 ms, as less would mean no limit");
        }
    }

    /** Below the ten seconds that a delivery may take, so that a channel still has time to classify. */
    public static HttpTimeLimits defaults() {
        return new HttpTimeLimits(
                Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(6), Duration.ofSeconds(8));
    }
}
