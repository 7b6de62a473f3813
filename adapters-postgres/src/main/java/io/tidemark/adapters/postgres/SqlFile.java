package io.tidemark.adapters.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads statements that are kept beside the classes. */
final class SqlFile {
    private SqlFile() {}

    static String read(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "%s is missing beside %s: the jar is broken".formatted(name, SqlFile.class.getName()));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: the jar is broken", e);
        }
    }
}
