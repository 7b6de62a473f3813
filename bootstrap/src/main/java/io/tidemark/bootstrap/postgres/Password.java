package io.tidemark.bootstrap.postgres;

import io.tidemark.bootstrap.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded server; prints as {@code ***}. */
public final class Password {
    private static final int RANDOM_BYTES = 24;

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /** Made at random at the first start; a database that was made with another one would not open again. */
    static Password keptIn(ServerFolder folder, boolean databaseExists) throws IOException {
        Path file = folder.password();
        if (!Files.exists(file)) {
            if (databaseExists) {
                throw new PostgresCannotStartException(
                        "%s is missing, and the database beside it opens with that password only; put the file back from a backup, or choose another folder with --data."
                                .formatted(file));
            }
            PrivateFiles.write(file, random());
        }
        return new Password(Files.readString(file).strip());
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the password in clear, for a connection; never to be logged. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
