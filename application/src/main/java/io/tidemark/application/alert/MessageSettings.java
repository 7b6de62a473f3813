package io.tidemark.application.alert;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How messages are worded, and which are only written down.
 *
 * @param wordings in their order: of those that fit, the first that has a title, and the first that has a text, counts
 * @param dryRun whom nothing is sent
 * @param console where the console is, for links in texts, or null when nobody knows
 */
public record MessageSettings(
        List<Wording> wordings, DryRun dryRun, @Nullable URI console) {
    public static final MessageSettings DEFAULT = new MessageSettings(List.of(), DryRun.NONE, null);

    public MessageSettings {
        wordings = List.copyOf(wordings);
        requireNonNull(dryRun, "dryRun");
    }
}
