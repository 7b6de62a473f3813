package io.tidemark.bootstrap.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the doctor looks at on this machine. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long MEBIBYTE = 1L << 20;
    private static final long SCARCE_SPACE = 1024 * MEBIBYTE;
    private static final long TOO_LITTLE_SPACE = 100 * MEBIBYTE;

    private MachineChecks() {}

    static Finding java(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? Finding.ok("Java", version.toString())
                : Finding.fail("Java", version + " is too old", "install Java " + OLDEST_JAVA + " or newer");
    }

    static Finding dataFolder(Path folder) {
        var existing = folder.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Finding.fail(
                    "Data folder",
                    existing + " is not a folder that this user may write to",
                    "change its owner, or name another with --data or data:");
        }
        try {
            return space(folder, Files.getFileStore(existing).getUsableSpace());
        } catch (IOException failed) {
            return Finding.warn("Data folder", "its free space is unknown: " + failed, "look at it with df");
        }
    }

    static Finding space(Path folder, long bytes) {
        var detail = folder + ", " + bytes / MEBIBYTE + " MiB free";
        if (bytes < TOO_LITTLE_SPACE) {
            return Finding.fail("Data folder", detail, "make room: PostgreSQL stops when the disk is full");
        }
        return bytes < SCARCE_SPACE
                ? Finding.warn("Data folder", detail, "make room soon: at least 1 GiB should be free")
                : Finding.ok("Data folder", detail);
    }

    static Finding port(String host, int port) {
        var address = host + ":" + port;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return Finding.ok("Port", address + " is free; no daemon is running there");
        } catch (IOException taken) {
            return Finding.fail(
                    "Port",
                    address + " cannot be listened on: " + taken.getMessage(),
                    "stop the program that holds it, or choose another with --host and --port");
        }
    }

    static Finding pluginFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Finding.fail("Plugins", folder + " is no folder", "create it, or take it out of plugins.folders");
        }
        try (var files =
                Files.find(folder, 2, (file, attributes) -> file.toString().endsWith(".jar"))) {
            long jars = files.count();
            return jars == 0
                    ? Finding.warn("Plugins", folder + " holds no jar", "put each plugin's jars into a folder below it")
                    : Finding.ok("Plugins", folder + ", " + jars + (jars == 1 ? " jar" : " jars"));
        } catch (IOException failed) {
            return Finding.fail("Plugins", folder + " cannot be read: " + failed.getMessage(), "let this user read it");
        }
    }
}
