package io.tidemark.adapters.notify.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The bounds of every call out.
 *
 * @param limits how long the steps may take
 * @param answerBytes how much of an answer's body is read, after decompression; the rest is left
 * @param addresses where calls may go
 * @param proxy the HTTP proxy, if calls must use one. It resolves the names and connects, so the
 *     address rules must be kept there; plain http is refused
 */
public record SenderSettings(
        HttpTimeLimits limits, int answerBytes, AddressRules addresses, Optional<InetSocketAddress> proxy) {

    private static final int DEFAULT_ANSWER_BYTES = 64 * 1024;

    public SenderSettings {
        if (answerBytes < 1) {
            throw new IllegalArgumentException("answerBytes " + answerBytes + " must be at least 1");
        }
    }

    /** Public addresses, https, 64 KiB of answer, no proxy. */
    public static SenderSettings defaults() {
        return new SenderSettings(
                HttpTimeLimits.defaults(), DEFAULT_ANSWER_BYTES, AddressRules.strict(), Optional.empty());
    }

    public SenderSettings withLimits(HttpTimeLimits newLimits) {
        return new SenderSettings(newLimits, answerBytes, addresses, proxy);
    }

    public SenderSettings withAddresses(AddressRules newAddresses) {
        return new SenderSettings(limits, answerBytes, newAddresses, proxy);
    }

    public SenderSettings withProxy(InetSocketAddress newProxy) {
        return new SenderSettings(limits, answerBytes, addresses, Optional.of(newProxy));
    }
}
