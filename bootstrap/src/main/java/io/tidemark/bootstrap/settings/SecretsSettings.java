package io.tidemark.bootstrap.settings;

import java.util.Arrays;
import java.util.List;

/**
 * What the database keeps secrets under.
 *
 * @param keys the keys; the first one encrypts, all decrypt
 */
public record SecretsSettings(List<Secret> keys) {
    /** Where the keys may stand when the settings name none: it fits how containers are given secrets. */
    static final String VARIABLE = "TIDEMARK_SECRETS_KEY";

    static final List<String> PATH = List.of("secrets", "key");

    private static final String KEY = "tidemark_key_[A-Za-z0-9_-]{43}";

    public SecretsSettings {
        keys = List.copyOf(keys);
    }

    static SecretsSettings read(Section section) {
        var texts = Arrays.stream(section.secret("key").reveal().split("[\\s,]+"))
                .filter(text -> !text.isEmpty())
                .toList();
        section.check(
                texts.stream().allMatch(text -> text.matches(KEY)),
                "key",
                "what 'tidemark secrets new-key' has printed; several with commas between them, the one to encrypt with"
                        + " first");
        return new SecretsSettings(texts.stream().map(Secret::new).toList());
    }
}
