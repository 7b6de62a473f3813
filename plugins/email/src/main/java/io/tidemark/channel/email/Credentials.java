package io.tidemark.channel.email;

import io.tidemark.channel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Who logs in to the server.
 *
 * @param user the name
 * @param password the password
 */
record Credentials(String user, Secret password) {
    /** The text without the password, also as the commands of SMTP encode it. */
    String removeFrom(String text) {
        String clear = password.reveal();
        String clean = password.removeFrom(text);
        for (String spoken : List.of(clear, "\0" + user + "\0" + clear, user + "\0" + user + "\0" + clear)) {
            String encoded = Base64.getEncoder().encodeToString(spoken.getBytes(StandardCharsets.UTF_8));
            clean = Secret.of(encoded).removeFrom(clean);
        }
        return clean;
    }
}
