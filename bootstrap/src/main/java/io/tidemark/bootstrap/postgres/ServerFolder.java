package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** Where the parts of one embedded PostgreSQL lie. */
record ServerFolder(Path root) {
    private static final Pattern READ_BY_THE_SHELL = Pattern.compile("[\"$`\\\\\n]");

    ServerFolder {
        root = root.toAbsolutePath().normalize();
        // initdb and pg_ctl hand the path to a shell between double quotes.
        if (READ_BY_THE_SHELL.matcher(root.toString()).find()) {
            throw new PostgresCannotStartException(
                    "The embedded PostgreSQL cannot lie in %s: its path must be without \", $, `, \\ and line breaks; choose another folder with --data."
                            .formatted(root));
        }
    }

    static ServerFolder createdAt(Path root) {
        ServerFolder folder = new ServerFolder(root);
        try {
            if (!Files.isDirectory(folder.root)) {
                Path parent = folder.root.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        folder.root,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(folder.log());
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
        return folder;
    }

    PostgresCannotStartException notWritable(IOException cause) {
        return new PostgresCannotStartException(
                "The folder %s of the embedded PostgreSQL cannot be written (%s); it needs 200 MB of free space and must belong to the user who runs the daemon: make it so, or choose another folder with --data."
                        .formatted(root, reason(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        boolean bareFileName = cause instanceof FileSystemException failure && failure.getReason() == null;
        return bareFileName ? cause.toString() : String.valueOf(cause.getMessage());
    }

    Path data() {
        return root.resolve("data");
    }

    Path unfinishedData() {
        return root.resolve("data.unfinished");
    }

    Path processFile() {
        return data().resolve("postmaster.pid");
    }

    Path log() {
        return root.resolve("log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path password() {
        return root.resolve("password");
    }

    Path port() {
        return root.resolve("port");
    }
}
