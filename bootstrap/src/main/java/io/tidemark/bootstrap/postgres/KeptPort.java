package io.tidemark.bootstrap.postgres;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the server on the loopback interface, chosen once and kept, so that clients find the server again. */
final class KeptPort {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPort.class);

    /** Below the ports that the kernel lends to outgoing connections, which would come and go. */
    private static final int FIRST = 15432;

    private static final int LAST = FIRST + 499;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Path file;

    KeptPort(ServerFolder folder) {
        this.file = folder.port();
    }

    /** Returns the kept port, or another one that is kept from now on when something else listens there. */
    int free() throws IOException {
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        if (kept.matches("\\d{1,5}") && isFree(Integer.parseInt(kept))) {
            return Integer.parseInt(kept);
        }
        int chosen = firstFree();
        if (!kept.isEmpty()) {
            LOG.warn("Port {} is taken; the embedded PostgreSQL listens on {} from now on", kept, chosen);
        }
        PrivateFiles.write(file, Integer.toString(chosen));
        return chosen;
    }

    static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    private static int firstFree() throws IOException {
        for (int port = FIRST; port <= LAST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new PostgresCannotStartException(
                "No port between %d and %d is free on 127.0.0.1 for the embedded PostgreSQL; free one, or use a PostgreSQL of your own with --database-url."
                        .formatted(FIRST, LAST));
    }
}
