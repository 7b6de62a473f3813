package io.tidemark.bootstrap.postgres;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unpacked programs of PostgreSQL. Their folder carries the checksum of the archive in its name and its last name
 * only when it is complete, so each release has its own and what a killed start left is not taken for one.
 */
record Binaries(Path home, String version) {
    private static final String PREFIX = "server-";
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) (\\S+)");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SYNC_LIMIT = Duration.ofSeconds(60);

    static Binaries in(ServerFolder folder, Archive archive, Consumer<StartPhase> phases) throws IOException {
        Path home = folder.root().resolve(PREFIX + archive.checksum());
        if (!Files.exists(home)) {
            phases.accept(StartPhase.UNPACKING);
            Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
            PrivateFiles.removeTree(unfinished);
            archive.unpackTo(unfinished);
            PrivateFiles.write(versionFile(unfinished), versionOf(unfinished, folder));
            syncAll(unfinished, folder);
            PrivateFiles.move(unfinished, home);
        }
        return new Binaries(home, Files.readString(versionFile(home)).strip());
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    boolean have(String library) {
        return Files.exists(home.resolve("lib/postgresql").resolve(library + ".so"));
    }

    /** Compared with the version file of a database, which names the major version only. */
    String majorVersion() {
        return version.split("\\.", 2)[0];
    }

    void removeOtherReleases() throws IOException {
        try (Stream<Path> siblings = Files.list(home.resolveSibling("."))) {
            for (Path sibling : siblings.toList()) {
                String name = sibling.getFileName().toString();
                if (name.startsWith(PREFIX) && !name.equals(home.getFileName().toString())) {
                    PrivateFiles.removeTree(sibling);
                }
            }
        }
    }

    /** A thousand small files: written to the disk together in a moment, one by one in many seconds. */
    private static void syncAll(Path home, ServerFolder folder) throws IOException {
        Command sync = new Command(List.of("sync", "-f", home.toString()));
        if (sync.isInstalled()) {
            sync.runIn(folder, SYNC_LIMIT);
        }
    }

    private static Path versionFile(Path home) {
        return home.resolve("VERSION");
    }

    private static String versionOf(Path home, ServerFolder folder) throws IOException {
        Command.Outcome outcome = toldVersion(home, folder);
        Matcher version = VERSION.matcher(outcome.output());
        if (!outcome.succeeded() || !version.find()) {
            throw new PostgresCannotStartException(
                    "The programs of the embedded PostgreSQL do not run here (%s); they need Linux with the GNU C library, and a folder whose file system allows programs: choose one with --data, or use a PostgreSQL of your own with --database-url."
                            .formatted(outcome.output()));
        }
        return version.group(1);
    }

    private static Command.Outcome toldVersion(Path home, ServerFolder folder) {
        try {
            return new Command(List.of(home.resolve("bin/postgres").toString(), "--version")).runIn(folder, LIMIT);
        } catch (IOException e) {
            return new Command.Outcome(-1, String.valueOf(e.getMessage()));
        }
    }
}
