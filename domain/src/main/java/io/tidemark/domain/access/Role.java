package io.tidemark.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do. */
public enum Role {
    /** Looks at everything, and changes nothing. */
    VIEWER,
    /** Hands in recordings, and sees nothing: for programs on machines that are not trusted with more. */
    RECORDER,
    /** Looks after alerts and what is normal, records, and sees everything. */
    OPERATOR,
    /** Does everything. */
    ADMIN;

    /**
     * The role of that name, in any case.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role '%s' must be one of %s"
                        .formatted(word, Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", ")))));
    }

    /** Whether it may do what that role may. */
    public boolean covers(Role needed) {
        return switch (this) {
            case VIEWER, RECORDER -> needed == this;
            case OPERATOR -> needed != ADMIN;
            case ADMIN -> true;
        };
    }

    /** The word for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
