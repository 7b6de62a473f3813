package io.tidemark.channel;

import java.util.List;

/** Says everything that is wrong with the settings of one destination. Holds no secret. */
public final class ChannelConfigException extends RuntimeException {
    private final List<String> problems;

    /** All problems of a destination; at least one. */
    public ChannelConfigException(String destination, List<String> problems) {
        super("The settings of destination '%s' cannot be used:%n  - %s"
                .formatted(destination, String.join(System.lineSeparator() + "  - ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem, starting with the key. */
    public List<String> problems() {
        return problems;
    }
}
