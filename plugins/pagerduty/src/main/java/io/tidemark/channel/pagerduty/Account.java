package io.tidemark.channel.pagerduty;

import io.tidemark.channel.Conversation;
import io.tidemark.channel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose incidents these are.
 *
 * @param routingKey the key of the integration that opens them
 * @param source which Tidemark this is; several may use one integration
 */
record Account(Secret routingKey, String source) {
    private static final int PRINT_DIGITS = 16;

    /** What PagerDuty keeps the messages of a conversation together by: at most 229 characters, and it takes 255. */
    String deduplicationKey(Conversation conversation) {
        return source + "/" + conversation.id();
    }

    /** Tells routing keys apart, and nothing about them. */
    String print() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(routingKey.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, PRINT_DIGITS);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java has SHA-256, but this one", failure);
        }
    }
}
