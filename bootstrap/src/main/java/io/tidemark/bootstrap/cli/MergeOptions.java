package io.tidemark.bootstrap.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which merges are meant. */
@Command
final class MergeOptions {
    @Option(names = "--source", paramLabel = "BRANCH", description = "Only merges of this branch.")
    private @Nullable String source;

    @Option(names = "--target", paramLabel = "BRANCH", description = "Only merges into this branch.")
    private @Nullable String target;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only merges that ended so: success, partial_success, failed or abandoned.")
    private @Nullable String status;

    @Option(
            names = "--bottleneck",
            paramLabel = "PHASE",
            description = "Only merges that lost most of their time there: lca_finding, conflict_detection,"
                    + " conflict_resolution, balanced or unknown.")
    private @Nullable String bottleneck;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "How far to look back: ${DEFAULT-VALUE} if left out.")
    private int hours;

    /** The address of what is asked, with these options. */
    String of(String path) {
        return QueryText.of(path)
                .with("hours", Integer.toString(hours))
                .with("source", source)
                .with("target", target)
                .with("status", status)
                .with("bottleneck", bottleneck)
                .toString();
    }
}
