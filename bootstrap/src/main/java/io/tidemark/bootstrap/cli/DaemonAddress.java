package io.tidemark.bootstrap.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a daemon as it is written after {@code --url}. */
final class DaemonAddress implements ITypeConverter<URI> {
    static final URI STANDARD = URI.create("http://127.0.0.1:7117");

    private static final int MAX_PORT = 65_535;

    @Override
    public URI convert(String text) {
        return parse(text).orElseThrow(() -> new TypeConversionException("'" + text + "' must be like " + STANDARD));
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
}
