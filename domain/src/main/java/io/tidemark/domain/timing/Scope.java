package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What timings are counted under: an operation, and optionally one of its branches.
 *
 * @param operation the operation's name: not blank, at most {@value #MAX_NAME_LENGTH} characters, no NUL
 * @param branch the branch, or null for the operation as a whole
 */
public record Scope(String operation, @Nullable String branch) {
    public static final int MAX_NAME_LENGTH = 200;

    /** The operation under which those are counted that are too many to keep apart. */
    public static final String OTHER = "__other__";

    public Scope {
        requireName("operation", operation);
        if (branch != null) {
            requireName("branch", branch);
        }
    }

    /** The operation as a whole, over all its branches. */
    public static Scope of(String operation) {
        return new Scope(operation, null);
    }

    /** The operation without regard to the branch. */
    public Scope withoutBranch() {
        return branch == null ? this : of(operation);
    }

    @Override
    public String toString() {
        return branch == null ? operation : operation + " on " + branch;
    }

    /**
     * Checks a name by the rules of an operation or a branch.
     *
     * @return the name
     * @throws IllegalArgumentException when it breaks them; names the field
     */
    public static String requireName(String field, String value) {
        requireNonNull(value, field);
        if (value.isBlank() || value.length() > MAX_NAME_LENGTH || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s '%s' must not be blank, longer than %d characters, or contain a NUL character"
                            .formatted(field, abbreviated(value), MAX_NAME_LENGTH));
        }
        return value;
    }

    static String abbreviated(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "… (" + value.length() + " characters)";
    }
}
