package io.tidemark.bootstrap.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the console and the HTTP API listen.
 *
 * @param port 0 for any free port
 * @param publicUrl the address under which people reach the console; empty where that is the host and port
 * @param admission who may do how much
 * @param callbacks how callbacks of receivers are told from forged ones
 */
public record HttpSettings(String host, int port, String publicUrl, Admission admission, CallbackSettings callbacks) {
    /**
     * Who may do how much.
     *
     * @param withoutToken what callers on this machine may do while there are no tokens
     * @param rates how much anybody may ask for
     */
    public record Admission(WithoutToken withoutToken, RateSettings rates) {}

    private static final Kind<String> PUBLIC_URL = Kind.text(
            "an address like https://tidemark.example.org/, or empty where people call the host and port",
            "|https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");

    static HttpSettings read(Section section) {
        return new HttpSettings(
                section.value("host", Kind.text("a host name or an address", "[A-Za-z0-9.:%_-]+"), "127.0.0.1"),
                section.value("port", Kind.wholeNumber(0, 65_535), 7117),
                section.value("public-url", PUBLIC_URL, ""),
                new Admission(
                        section.value("without-token", Kind.oneOf(WithoutToken.class), WithoutToken.VIEW),
                        RateSettings.read(section)),
                CallbackSettings.read(section.section("callbacks")));
    }

    /** Where links to the console lead, if not to the host and port. */
    public Optional<URI> publicAddress() {
        return Optional.of(publicUrl).filter(url -> !url.isEmpty()).map(URI::create);
    }
}
