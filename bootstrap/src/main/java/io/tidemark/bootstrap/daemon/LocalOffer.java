package io.tidemark.bootstrap.daemon;

import io.tidemark.bootstrap.local.LocalToken;
import io.tidemark.bootstrap.local.LocalTokenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves the local token in the data folder for as long as the daemon listens where its owner can show it. */
final class LocalOffer {
    private static final Logger LOG = LoggerFactory.getLogger(LocalOffer.class);

    private LocalOffer() {}

    /** That it cannot be left keeps no daemon from running: other tokens still do. */
    static void leave(LocalToken token, Path data, URI listening, Lifecycle lifecycle) {
        LocalTokenFile file = LocalTokenFile.in(data);
        Optional<URI> address = onLoopback(listening);
        if (address.isEmpty()) {
            LOG.info("Commands on this machine need --token: {} is not loopback", listening);
            return;
        }
        try {
            file.write(token, address.get());
            lifecycle.started("local token", left -> file.remove(token.hash()));
        } catch (IOException e) {
            LOG.warn("Commands on this machine need --token: {} cannot be written", file, e);
        }
    }

    /** The address at which a program on this machine reaches what listens there, without a name to look up. */
    static Optional<URI> onLoopback(URI listening) {
        InetAddress address = resolved(listening.getHost());
        if (!address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
            return Optional.empty();
        }
        String host = address instanceof Inet6Address
                ? "[::1]"
                : address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return Optional.of(URI.create("http://%s:%d".formatted(host, listening.getPort())));
    }

    private static InetAddress resolved(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("'%s', which is listened on, is gone".formatted(host), e);
        }
    }
}
