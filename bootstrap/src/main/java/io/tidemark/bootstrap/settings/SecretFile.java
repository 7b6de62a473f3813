package io.tidemark.bootstrap.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Reads a secret from the file that a {@code …-file} key names. */
final class SecretFile {
    private static final int MAX_BYTES = 64 * 1024;

    private SecretFile() {}

    /** The trimmed content; {@link Secret#NONE}, with a problem reported, when there is none to be had. */
    static Secret read(String key, YamlValue.Scalar named, Report report) {
        // The path is left out: somebody may have written the secret itself in its place.
        var subject = "the file that " + key + " names";
        try {
            var path = Path.of(named.text());
            var content = content(path);
            if (content.isEmpty()) {
                report.problem(named.place(), subject + " is empty: write the secret into it");
            }
            warnOfReaders(subject, path, named.place(), report);
            return new Secret(content);
        } catch (InvalidPathException | CharacterCodingException unusable) {
            report.problem(named.place(), subject + " is no UTF-8 text");
        } catch (IOException unreadable) {
            report.problem(named.place(), subject + " cannot be read: create it, or let this user read it");
        }
        return Secret.NONE;
    }

    private static String content(Path path) throws IOException {
        try (var input = Files.newInputStream(path)) {
            var bytes = ByteBuffer.wrap(input.readNBytes(MAX_BYTES));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().trim();
        }
    }

    private static void warnOfReaders(String subject, Path path, Place place, Report report) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
            report.warning(place, subject + " can be read by everybody: take that right away with chmod o-r");
        }
    }
}
