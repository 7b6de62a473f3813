package io.tidemark.bootstrap.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * What a value belongs to. It is encrypted together with it, so that whoever can write to the database cannot put one
 * value in the place of another, say the address of one team in that of another.
 *
 * @param destination the name of the destination
 * @param channel its kind of channel
 * @param key the key of the value
 */
public record Label(String destination, String channel, String key) {
    public Label {
        requireNonNull(destination, "destination");
        requireNonNull(channel, "channel");
        requireNonNull(key, "key");
    }

    /** Each part with its length before it: no two labels give the same bytes. */
    byte[] associatedData() {
        byte[][] parts = Stream.of(destination, channel, key)
                .map(part -> part.getBytes(UTF_8))
                .toArray(byte[][]::new);
        ByteBuffer bytes = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(part -> Integer.BYTES + part.length).sum());
        Stream.of(parts).forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    @Override
    public String toString() {
        return "%s of destination '%s'".formatted(key, destination);
    }
}
