package io.tidemark.bootstrap.postgres;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder: absent, or a complete database, never something between. */
record Database(ServerFolder folder) {

    boolean exists() throws IOException {
        if (Files.exists(versionFile())) {
            return true;
        }
        if (Files.isDirectory(folder.data()) && !isEmpty(folder.data())) {
            throw new PostgresCannotStartException(
                    "The folder %s holds files, but no PostgreSQL database (PG_VERSION is missing); nothing was touched: restore it, move it away, or choose another folder with --data."
                            .formatted(folder.data()));
        }
        return false;
    }

    void requireVersionOf(Binaries binaries) throws IOException {
        String found = Files.readString(versionFile()).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new PostgresCannotStartException(
                    ("The database in %s was made by PostgreSQL %s, and this release brings PostgreSQL %s, which cannot open it; nothing was touched: "
                                    + "start the release of Tidemark that made it and copy its data with pg_dump, or choose another folder with --data, or use a PostgreSQL of your own with --database-url.")
                            .formatted(folder.data(), found, binaries.version()));
        }
    }

    /** Made beside its place and moved there when complete: what a killed start left is thrown away. */
    void create(Programs programs) throws IOException {
        // The initdb of a killed daemon may still be at it, in the folder itself, and its server in the unfinished
        // data.
        ServerProcess.endAllIn(folder.root());
        ServerProcess.endAllIn(folder.unfinishedData());
        PrivateFiles.removeTree(folder.unfinishedData());
        Command.Outcome outcome = programs.initialise(folder.unfinishedData());
        if (!outcome.succeeded()) {
            throw new PostgresCannotStartException("The database in %s could not be made; initdb said:\n%s"
                    .formatted(folder.data(), outcome.lastLines()));
        }
        PrivateFiles.move(folder.unfinishedData(), folder.data());
    }

    private Path versionFile() {
        return folder.data().resolve("PG_VERSION");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }
}
