package io.tidemark.channel.email;

/** How the conversation with the server is kept from others. */
enum Security {
    /** In the clear until both sides agree on TLS, and not a word of the message before that. */
    STARTTLS(587),
    /** TLS from the first byte on. */
    TLS(465),
    /** Not at all: for a relay on the same machine or network. */
    NONE(25);

    private final int port;

    Security(int port) {
        this.port = port;
    }

    /** The port on which servers offer this. */
    int port() {
        return port;
    }
}
