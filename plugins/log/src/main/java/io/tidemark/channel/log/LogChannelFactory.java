package io.tidemark.channel.log;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes channels of type {@code log}. */
public final class LogChannelFactory implements ChannelFactory {
    /** For the service loader. */
    public LogChannelFactory() {}

    @Override
    public String type() {
        return "log";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        LineFormat format = config.choice("format", LineFormat.TEXT);
        Optional<Path> file = config.optionalText("file").flatMap(value -> path(config, value));
        config.check();
        return new LogChannel(format, file.<Lines>map(FileLines::new).orElseGet(StandardOutputLines::new));
    }

    private static Optional<Path> path(ChannelConfig config, String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException failure) {
            config.problem("file", "is not a path on this system (%s); correct it".formatted(failure.getReason()));
            return Optional.empty();
        }
    }
}
