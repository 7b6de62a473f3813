package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.RateSettings;
import java.time.Duration;
import java.util.List;

/**
 * Where and how the server listens.
 *
 * @param host the name or address it is bound to
 * @param port the port, or 0 for any free one
 * @param guarding whom it answers, and how often
 * @param grace how long requests in hand may take when it stops
 */
public record HttpSettings(String host, int port, Guarding guarding, Duration grace) {
    private static final int MAX_PORT = 65_535;

    public HttpSettings {
        requireNonNull(guarding, "guarding");
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank: '127.0.0.1' listens on this machine only");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port %d must be from 0 (any free one) to %d".formatted(port, MAX_PORT));
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace %s must not be negative".formatted(grace));
        }
    }

    /**
     * Whom it answers, and how often.
     *
     * @param allowedHosts further names under which clients may call it; the bound host and loopback always may
     * @param rates how much anybody may ask for
     * @param callbacks how callbacks of receivers are told from forged ones
     */
    public record Guarding(List<String> allowedHosts, RateSettings rates, CallbackSettings callbacks) {
        public Guarding {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }
}
