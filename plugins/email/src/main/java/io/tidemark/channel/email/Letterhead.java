package io.tidemark.channel.email;

import jakarta.mail.internet.InternetAddress;
import java.util.List;

/**
 * What all mails of a destination have in common.
 *
 * @param from who sends them
 * @param to who gets them; at least one
 * @param replyTo who gets the answers; empty for the sender
 * @param subjectPrefix what each subject begins with; may be empty
 * @param domain the domain in the ids of the mails
 */
record Letterhead(
        InternetAddress from,
        List<InternetAddress> to,
        List<InternetAddress> replyTo,
        String subjectPrefix,
        String domain) {
    Letterhead {
        to = List.copyOf(to);
        replyTo = List.copyOf(replyTo);
    }
}
