package io.tidemark.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of a token's text. A quick hash is enough: a text of 256 random bits cannot be guessed, however quickly
 * guesses are checked. The slow hashes, and the salts, are for what people make up.
 *
 * @param hex SHA-256 of the text
 */
public record TokenHash(String hex) {
    public TokenHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a token's hash must be 64 hexadecimal digits in lower case");
        }
    }

    public static TokenHash of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TokenHash[***]";
    }
}
