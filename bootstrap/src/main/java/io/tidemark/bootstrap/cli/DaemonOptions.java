package io.tidemark.bootstrap.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which daemon to talk to. Nothing else makes a client, so what each request needs goes here. */
final class DaemonOptions {
    static final URI STANDARD = URI.create("http://127.0.0.1:7117");

    static final String TOKEN = "--token";

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = Address.class,
            description = "The address of the daemon; http://127.0.0.1:7117 if left out.")
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

    DaemonClient client() {
        return client(STANDARD);
    }

    /** Talks to the named daemon, or else to the one at this address. */
    DaemonClient client(URI otherwise) {
        return new DaemonClient(url().orElse(otherwise), token);
    }

    /** The address, if it is one of http that can be called; Java knows no host names with an underscore. */
    static Optional<URI> parse(String text) {
        try {
            var url = new URI(text.replaceFirst("/+$", ""));
            boolean callable = url.getHost() != null
                    && url.getPort() <= MAX_PORT
                    && text.matches("https?:.*")
                    && url.getPath().isEmpty();
            return Optional.of(url).filter(address -> callable);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            return parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' must be like " + STANDARD));
        }
    }
}
