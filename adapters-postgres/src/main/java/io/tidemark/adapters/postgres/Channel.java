package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is said on the channel that listeners of a schema share: it is called like the schema. */
final class Channel {
    private Channel() {}

    static String word(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    /** The topic that a word stands for; empty for a word of a newer version. */
    static Optional<Topic> topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> word(topic).equals(word))
                .findFirst();
    }
}
