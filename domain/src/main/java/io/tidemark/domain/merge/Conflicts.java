package io.tidemark.domain.merge;

/**
 * How many conflicts a merge had, and what became of them automatically.
 *
 * @param found how many there were
 * @param resolved how many of them were resolved automatically
 * @param failed how many of them were tried automatically, and not resolved
 */
public record Conflicts(int found, int resolved, int failed) {
    public static final Conflicts NONE = new Conflicts(0, 0, 0);

    public Conflicts {
        if (found < 0 || resolved < 0 || failed < 0) {
            throw new IllegalArgumentException(
                    "found %d, resolved %d and failed %d must not be negative".formatted(found, resolved, failed));
        }
        if ((long) resolved + failed > found) {
            throw new IllegalArgumentException(
                    "resolved %d and failed %d must not be more than the %d found".formatted(resolved, failed, found));
        }
    }
}
