package io.tidemark.bootstrap.http;

import io.tidemark.bootstrap.settings.CallbackSettings;
import io.tidemark.bootstrap.settings.RateSettings;
import java.time.Duration;
import java.util.List;

/**
 * Where and how the server listens.
 *
 * @param host the name or address it is bound to
 * @param port the port, or 0 for any free one
 * @param allowedHosts further names under which clients may call it; the bound host and loopback always may
 * @param callbacks how callbacks of receivers are told from forged ones
 * @param rates how much anybody may ask for
 * @param grace how long requests in hand may take when it stops
 */
public record HttpSettings(
        String host,
        int port,
        List<String> allowedHosts,
        CallbackSettings callbacks,
        RateSettings rates,
        Duration grace) {
    private static final int MAX_PORT = 65_535;

    public HttpSettings {
        allowedHosts = List.copyOf(allowedHosts);
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
}
