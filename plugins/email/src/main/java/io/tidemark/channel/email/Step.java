package io.tidemark.channel.email;

/** How far the conversation with a server has come. */
enum Step {
    /** Connecting, greeting, encrypting, logging in. */
    OPENING,
    /** {@code MAIL FROM}. */
    SENDER,
    /** {@code RCPT TO}, once for each recipient. */
    RECIPIENTS,
    /** {@code DATA} and the mail. */
    CONTENT,
    /** The final dot is on its way: only the answer to it tells whether the mail was taken. */
    ACCEPTANCE
}
