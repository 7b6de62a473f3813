package io.tidemark.bootstrap.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for one kind of machine, packed, as they stand on the class path. */
record Archive(URL location) {
    private static final Map<String, String> PACKED = Map.of(
            "linux-amd64", "/postgres-linux-x86_64.txz",
            "linux-x86_64", "/postgres-linux-x86_64.txz",
            "linux-aarch64", "/postgres-linux-arm_64.txz");

    static Archive forMachine(String system, String processor) {
        String name = PACKED.get((system + "-" + processor).toLowerCase(Locale.ROOT));
        URL location = name == null ? null : Archive.class.getResource(name);
        if (location == null) {
            throw new PostgresCannotStartException(
                    "The embedded PostgreSQL does not run on %s on %s, only on Linux on amd64 or aarch64; use a PostgreSQL of your own with --database-url."
                            .formatted(system, processor));
        }
        return new Archive(location);
    }

    /** Tells this archive from that of any other release without reading it: a jar's directory holds the checksum. */
    String checksum() throws IOException {
        URLConnection connection = location.openConnection();
        long checksum = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return "%08x".formatted(checksum);
    }

    void unpackTo(Path folder) throws IOException {
        try (var packed = new XZInputStream(new BufferedInputStream(location.openStream()));
                var archive = new TarArchiveInputStream(packed)) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
