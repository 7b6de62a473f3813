package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@link AddressOptions}, and the one that says where the daemon keeps its data, for commands that read no settings. */
@Command
final class DaemonOptions {
    static final String DATA = "--data";

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Option(
            names = DATA,
            paramLabel = "DIR",
            description = "The data folder of the daemon, whose owner may do everything; TIDEMARK_DATA if left out, or"
                    + " ./tidemark-data.")
    private Path data = Settings.DATA;

    DaemonClient client() {
        return address.client(data);
    }
}
