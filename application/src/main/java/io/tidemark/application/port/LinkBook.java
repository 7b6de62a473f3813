package io.tidemark.application.port;

import java.time.Instant;

/** Keeps what links need that let their holder act: the key that signs them, and which were used. */
public interface LinkBook {
    /** The key: 32 random bytes, made when it is first asked for, and the same ever after, on every node. */
    byte[] signingKey();

    /** Whether a link was used; one that was used long ago may be forgotten once it has expired. */
    boolean isUsed(String link);

    /**
     * Notes that a link is used.
     *
     * @param link what tells it from all others; at most 200 characters
     * @param expires from when on nobody asks for it any more
     * @return whether it was free: of two who use it at once, one hears yes
     */
    boolean use(String link, Instant expires);
}
