package io.tidemark.bootstrap.http;

/**
 * Stands for a value that no field takes, so that its row is refused.
 *
 * @param shown the value, for people
 * @param rule what is wrong with it
 */
record Unreadable(String shown, String rule) {
    @Override
    public String toString() {
        return shown;
    }
}
