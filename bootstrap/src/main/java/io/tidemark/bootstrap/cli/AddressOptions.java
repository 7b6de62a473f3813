package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.local.LocalTokenFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The options that say which daemon is talked to and what it is shown. Nothing else makes a client, so what each request
 * needs goes here. Without annotation picocli would not take it as a mixin.
 */
@Command
final class AddressOptions {
    static final String TOKEN = "--token";

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = DaemonAddress.class,
            description = "The address of the daemon; that of the data folder's if left out, or http://127.0.0.1:7117.")
    private @Nullable URI url;

    @Option(
            names = TOKEN,
            paramLabel = "TOKEN",
            description =
                    "What the daemon is shown; TIDEMARK_TOKEN if left out, which others on this machine cannot see.")
    private @Nullable String token;

    Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    /** Talks to the named daemon, or else to that of the data folder, or else to the one at the usual address. */
    DaemonClient client(Path data) {
        var offered = LocalTokenFile.in(data).read().offer().map(LocalTokenFile.Offer::address);
        return clientAt(url().or(() -> offered).orElse(DaemonAddress.STANDARD), data);
    }

    /** Talks to the daemon at the address. The token of the data folder is shown to the daemon that left it there alone. */
    DaemonClient clientAt(URI address, Path data) {
        if (token != null) {
            return new DaemonClient(address, Pass.given(token));
        }
        var file = LocalTokenFile.in(data);
        var reading = file.read();
        return reading.offer()
                .filter(offer -> offer.isFor(address))
                .map(offer -> new DaemonClient(offer.address(), Pass.local(offer, file)))
                .orElseGet(() -> new DaemonClient(address, Pass.none(reading.obstacle())));
    }
}
